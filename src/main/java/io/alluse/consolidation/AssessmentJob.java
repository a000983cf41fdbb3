package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.consolidation.Finding.None;
import io.alluse.consolidation.Finding.Obstacle;
import io.alluse.consolidation.Finding.Recommend;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.KeptBeside;
import io.alluse.sweep.SweepJob;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The job {@code consolidation-assessment}: weekly, it recommends and moves nothing (docs/rules.md 7.5). */
public final class AssessmentJob implements SweepJob<AssessmentFacts> {

    public static final String NAME = "consolidation-assessment";
    public static final String PURPOSE =
            "recommends accounts that would do better elsewhere, weekly (docs/rules.md, section 7)";

    private final AssessmentFactsReader facts;
    private final ConsolidationStore store;
    private final Audit audit;

    public AssessmentJob(Session session, Audit audit) {
        this.facts = new AssessmentFactsReader(session);
        this.store = new ConsolidationStore(session);
        this.audit = audit;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    @Override
    public Optional<String> refusal(BusinessDay date) {
        return AssessmentDates.refusal(date.date());
    }

    @Override
    public AssessmentFacts noFacts() {
        return AssessmentFacts.NONE;
    }

    @Override
    public Map<AccountId, AssessmentFacts> facts(List<AccountView> page, BusinessDay date) {
        return facts.of(page, date.date());
    }

    /** What stood then, as far as it is known: what was found on the date itself did not stand before. */
    @Override
    public AssessmentFacts pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        AssessmentFacts now = facts(List.of(account), date)
                .getOrDefault(account.head().chain().account(), noFacts());
        return now.standingBefore(date.date());
    }

    @Override
    public Decision decide(AccountView account, AssessmentFacts facts, BusinessDay date) {
        if (account.head().state() != AccountState.ACTIVE) {
            return new Decision.NotEligible(account.head().state());
        }
        Standing standing = facts.standing();
        return standing != null && standing.isGoodOn(date.date())
                ? stands(standing)
                : found(account, facts, date.date());
    }

    private static Decision stands(Standing standing) {
        return switch (standing.state()) {
            case OPEN ->
                new Decision.Review(
                        "recommendation " + standing.id() + " waits for a person until " + standing.expiresOn());
            case APPROVED ->
                new Decision.Wait("recommendation " + standing.id() + " is approved, to be executed", Money.ZERO);
            case REJECTED, EXECUTED, REVERSED, EXPIRED -> new Decision.Nothing("a person has rejected it");
        };
    }

    private static Decision found(AccountView account, AssessmentFacts facts, LocalDate date) {
        return switch (FindingRule.decide(account, facts, date)) {
            case None(String reason) -> new Decision.Nothing(reason);
            case Obstacle(String reason) -> new Decision.Wait(reason, Money.ZERO);
            case Recommend(Assessment assessment) -> {
                Asked asked = Asked.of(account, facts, assessment, date, null);
                String brief = AssessmentText.brief(assessment);
                yield asked.state() == State.APPROVED
                        ? new Decision.Wait("its policy approves it: " + brief, Money.ZERO, List.of(asked))
                        : new Decision.Review(brief, List.of(asked));
            }
        };
    }

    @Override
    public void keep(List<KeptBeside> rows) {
        rows.forEach(row -> store.ask(
                row.account(),
                (Asked) row.row(),
                audit.caller().osUser(),
                audit.caller().clock().instant()));
    }

    /** What nobody has decided or carried out in time is over, also where nothing speaks against the account any more. */
    @Override
    public void look(List<AccountView> page, BusinessDay date, long runId) {
        store.expire(page.stream().map(view -> view.head().chain().account()).toList(), date.date());
    }

    @Override
    public List<String> explain(AccountView account, AssessmentFacts facts, BusinessDay date) {
        return AssessmentText.lines(account, facts, date.date());
    }
}
