package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.Tier;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.KeptBeside;
import io.alluse.sweep.TurnJob;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A fork sweep in which something happens before a chunk of forks is carried out. */
final class HookedJob implements TurnJob<ForkFacts> {

    private final ForkJob job;
    private final Runnable hook;
    private final AtomicInteger left;

    HookedJob(ForkJob job, int chunks, Runnable hook) {
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
    public Map<AccountId, ForkFacts> facts(List<AccountView> page, BusinessDay date) {
        return job.facts(page, date);
    }

    @Override
    public ForkFacts noFacts() {
        return job.noFacts();
    }

    @Override
    public Decision decide(AccountView account, ForkFacts facts, BusinessDay date) {
        return job.decide(account, facts, date);
    }

    @Override
    public void keep(List<KeptBeside> rows) {
        job.keep(rows);
    }

    @Override
    public List<String> explain(AccountView account, ForkFacts facts, BusinessDay date) {
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
