package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.ForkOpening;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.intent.Intents;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.YearResult;
import io.alluse.lineage.Lineage;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.KeptBeside;
import io.alluse.sweep.TurnJob;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The job {@code fork-sweep}: accounts that have grown enough pay for new ones (docs/rules.md 6). */
public final class ForkJob implements TurnJob<ForkFacts> {

    public static final String RULE = ForkPostings.RULE;
    public static final String PURPOSE =
            "forks accounts that are over their threshold into new ones (docs/rules.md, section 6)";

    private final ForkFactsReader facts;
    private final Lineage lineage;
    private final DecisionStore decisions;
    private final Audit audit;
    private final ForkHand.Tools tools;

    public ForkJob(Session session, Audit audit) {
        this(session, audit, new ClosedFigures(session));
    }

    public ForkJob(Session session, Audit audit, ForkFigures figures) {
        this.facts = new ForkFactsReader(session, figures);
        this.lineage = new Lineage(session);
        this.decisions = new DecisionStore(session);
        this.audit = audit;
        this.tools = new ForkHand.Tools(
                new Ledger(session), new ForkOpening(session), lineage, decisions, new Intents(session), audit);
    }

    @Override
    public String name() {
        return RULE;
    }

    /** Which of them fork is for their policies to say. */
    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    @Override
    public Optional<String> refusal(BusinessDay date) {
        return BusinessDays.isOne(date.date())
                ? Optional.empty()
                : Optional.of("is not a business day; give --date " + BusinessDays.atOrBefore(date.date()));
    }

    @Override
    public ForkFacts noFacts() {
        return ForkFacts.NONE;
    }

    @Override
    public Map<AccountId, ForkFacts> facts(List<AccountView> page, BusinessDay date) {
        return facts.of(page, date);
    }

    /** What has come between since, a break or another fork, was not known then. */
    @Override
    public ForkFacts pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        AccountId id = account.head().chain().account();
        ForkFacts now = facts(List.of(account), date).getOrDefault(id, noFacts());
        return now.before(lineage.lastBefore(id, date.date()).orElse(null));
    }

    @Override
    public Decision decide(AccountView account, ForkFacts facts, BusinessDay date) {
        return CandidateRule.decide(account, facts, date);
    }

    /** Decisions that were scored. */
    @Override
    public void keep(List<KeptBeside> rows) {
        rows.forEach(row -> decisions.ask(
                row, audit.caller().osUser(), audit.caller().clock().instant()));
    }

    @Override
    public List<String> explain(AccountView account, ForkFacts facts, BusinessDay date) {
        return ForkText.lines(account, facts, date);
    }

    @Override
    public long underWay() {
        return lineage.awaiting();
    }

    @Override
    public Hand hand(long runId) {
        return new ForkHand(tools, runId);
    }
}
