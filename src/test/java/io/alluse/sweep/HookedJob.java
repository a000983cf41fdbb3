package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.Tier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A sweep in which something happens before a chunk of candidates is carried out. */
public final class HookedJob<F> implements TurnJob<F> {

    private final TurnJob<F> job;
    private final Runnable hook;
    private final AtomicInteger left;

    public HookedJob(TurnJob<F> job, int chunks, Runnable hook) {
        this.job = job;
        this.left = new AtomicInteger(chunks);
        this.hook = hook;
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
    public Decision decide(AccountView account, F facts, BusinessDay date) {
        return job.decide(account, facts, date);
    }

    @Override
    public void keep(List<KeptBeside> rows) {
        job.keep(rows);
    }

    @Override
    public List<String> explain(AccountView account, F facts, BusinessDay date) {
        return job.explain(account, facts, date);
    }

    @Override
    public long underWay() {
        return job.underWay();
    }

    @Override
    public Hand hand(long runId) {
        Hand hand = job.hand(runId);
        return new Hand() {

            @Override
            public void begin() {
                hand.begin();
            }

            @Override
            public Carried carryOut(int partition, List<Due> due) {
                if (left.decrementAndGet() == 0) {
                    hook.run();
                }
                return hand.carryOut(partition, due);
            }
        };
    }
}
