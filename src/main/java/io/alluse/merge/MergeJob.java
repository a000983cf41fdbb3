package io.alluse.merge;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.MergeEnding;
import io.alluse.account.AccountId;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.intent.Intents;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.YearResult;
import io.alluse.lineage.Merges;
import io.alluse.policy.PolicyBook;
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

/** The job {@code merge-sweep}: closes what earlier merges have emptied, then merges fork families that are due (docs/rules.md 7). */
public final class MergeJob implements TurnJob<MergeFacts> {

    public static final String RULE = MergePostings.RULE;
    public static final String PURPOSE =
            "merges fork families that have grown enough into the COM of their main account (docs/rules.md, section 7)";

    private final MergeFactsReader facts;
    private final PastFamily past;
    private final MergeEnding ending;
    private final MergeHand.Tools tools;

    /** Who runs it is in the audit, which works on the transactions of this session. */
    public MergeJob(Session session, PolicyBook book, Audit audit) {
        this.facts = new MergeFactsReader(session, new UntaxedMembers(session, book));
        this.past = new PastFamily(session);
        this.ending = new MergeEnding(session);
        Absorptions absorptions = new Absorptions(session);
        Ledger ledger = new Ledger(session);
        Intents intents = new Intents(session);
        this.tools = new MergeHand.Tools(
                ledger, absorptions, new Merges(session), intents, new Sales(ledger, absorptions, intents), audit);
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
    public Optional<String> refusal(BusinessDay date) {
        return BusinessDays.isOne(date.date())
                ? Optional.empty()
                : Optional.of("is not a business day; give --date " + BusinessDays.atOrBefore(date.date()));
    }

    @Override
    public MergeFacts noFacts() {
        return MergeFacts.NONE;
    }

    @Override
    public Map<AccountId, MergeFacts> facts(List<AccountView> page, BusinessDay date) {
        return facts.of(page, date);
    }

    /** What has been merged since is looked at as it was before; what kept others from merging then is not known any more. */
    @Override
    public MergeFacts pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        return past.of(account, date)
                .orElseGet(() -> facts(List.of(account), date)
                        .getOrDefault(account.head().chain().account(), noFacts()));
    }

    @Override
    public Decision decide(AccountView account, MergeFacts its, BusinessDay date) {
        return FamilyRule.decide(account, its, date);
    }

    /** Merges whose last account has been closed. */
    @Override
    public void keep(List<KeptBeside> rows) {
        Ended ended = (Ended) rows.getFirst().row();
        ending.ended(rows.stream().map(KeptBeside::account).toList(), ended.on());
    }

    @Override
    public List<String> explain(AccountView account, MergeFacts its, BusinessDay date) {
        return MergeText.lines(account, its, date);
    }

    /** Nobody waits for anybody. */
    @Override
    public long underWay() {
        return 0;
    }

    @Override
    public Hand hand(long runId) {
        return new MergeHand(tools, runId);
    }
}
