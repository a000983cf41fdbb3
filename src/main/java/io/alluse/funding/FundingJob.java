package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.cover.Cover;
import io.alluse.ledger.EventKind;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.SweepJob;
import io.alluse.text.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The job {@code funding}: covers negative cash, watches over drift, suspense and announcements, proposes transfers (docs/rules.md 4). */
public final class FundingJob implements SweepJob<FundingJob.NoFacts> {

    public static final String RULE = "funding";
    public static final String PURPOSE =
            "covers negative cash, tells of drift, suspense and overdue announcements (docs/rules.md, section 4)";

    private static final String FINE = "cash is not negative";
    private static final String SHORT = "cash is negative and nothing is left to cover it";
    private static final Decision FINE_DECISION = new Decision.Nothing(FINE);

    private final Watch watch;

    public FundingJob(Session session) {
        this.watch = new Watch(session);
    }

    /** The head says all that the rule needs. */
    public enum NoFacts {
        NONE
    }

    @Override
    public String name() {
        return RULE;
    }

    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    @Override
    public Map<AccountId, NoFacts> facts(List<AccountView> page, BusinessDay date) {
        return Map.of();
    }

    @Override
    public NoFacts noFacts() {
        return NoFacts.NONE;
    }

    @Override
    public Decision decide(AccountView account, NoFacts facts, BusinessDay date) {
        return switch (FundingRule.decide(account.head())) {
            case FundingDecision.Fine _ -> FINE_DECISION;
            case FundingDecision.Covered covered -> post(covered.cover(), date);
            case FundingDecision.Debit debit ->
                new Decision.Wait(SHORT, debit.cover().debit());
            case FundingDecision.NotEligible not -> new Decision.NotEligible(not.state());
        };
    }

    private static Decision post(Cover cover, BusinessDay date) {
        Json detail = Json.canonical().put("cover", cover.detail());
        return new Decision.Post(EventKind.POSTED, Money.ZERO, cover.movements(date), detail);
    }

    @Override
    public void look(List<AccountView> page, BusinessDay date, long runId) {
        watch.look(page, date, runId);
    }

    @Override
    public List<String> explain(AccountView account, NoFacts facts, BusinessDay date) {
        return switch (FundingRule.decide(account.head())) {
            case FundingDecision.Fine _ -> List.of(FINE);
            case FundingDecision.Covered covered -> covered.cover().lines();
            case FundingDecision.Debit debit -> debit.cover().lines();
            case FundingDecision.NotEligible not ->
                List.of("the rule acts on ACTIVE and FORKING accounts, not on " + not.state());
        };
    }
}
