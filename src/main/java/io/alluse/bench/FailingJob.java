package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.Tier;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.SweepJob;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A job whose rule fails on one main account's GEN in so many accounts. */
final class FailingJob<F> implements SweepJob<F> {

    private final SweepJob<F> job;
    private final int oneIn;

    FailingJob(SweepJob<F> job, int oneIn) {
        this.job = job;
        this.oneIn = oneIn;
    }

    @Override
    public Decision decide(AccountView account, F facts, BusinessDay date) {
        AccountId id = account.head().chain().account();
        if ((id.number() * SweepFixture.ACCOUNTS_PER_MAIN + (id.value() & 0xFFFF)) % oneIn == 0) {
            throw new ArithmeticException(
                    "planted for " + account.head().chain().code());
        }
        return job.decide(account, facts, date);
    }

    @Override
    public String name() {
        return job.name();
    }

    @Override
    public Set<Tier> tiers() {
        return job.tiers();
    }

    @Override
    public Map<AccountId, F> facts(List<AccountView> page, BusinessDay date) {
        return job.facts(page, date);
    }

    @Override
    public F noFacts() {
        return job.noFacts();
    }

    @Override
    public List<String> explain(AccountView account, F facts, BusinessDay date) {
        return job.explain(account, facts, date);
    }
}
