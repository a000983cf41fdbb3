package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.ForkOpening;
import io.alluse.account.ForkOpening.Place;
import io.alluse.calendar.BusinessDay;
import io.alluse.fork.ForkDecision.BelowThreshold;
import io.alluse.fork.ForkDecision.Never;
import io.alluse.fork.ForkFigures.Known;
import io.alluse.lineage.Lineage;
import io.alluse.policy.ForkMode;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import io.alluse.sweep.AccountView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the few accounts of a page that are at their threshold are decided by. */
final class ForkFactsReader {

    private final Lineage lineage;
    private final Breaks breaks;
    private final ForkOpening opening;
    private final DecisionStore decisions;
    private final ForkFigures figures;

    ForkFactsReader(Session session, ForkFigures figures) {
        this.lineage = new Lineage(session);
        this.breaks = new Breaks(session);
        this.opening = new ForkOpening(session);
        this.decisions = new DecisionStore(session);
        this.figures = figures;
    }

    Map<AccountId, ForkFacts> of(List<AccountView> page, BusinessDay date) {
        List<AccountView> due = page.stream().filter(ForkFactsReader::isDue).toList();
        return due.isEmpty() ? Map.of() : ofDue(due, date);
    }

    private static boolean isDue(AccountView view) {
        return view.head().state() == AccountState.ACTIVE
                && switch (ForkRule.decide(view.head(), view.tier(), view.policy())) {
                    case Never _, BelowThreshold _ -> false;
                    case ForkDecision.Wait _, ForkDecision.Fork _ -> true;
                };
    }

    private Map<AccountId, ForkFacts> ofDue(List<AccountView> due, BusinessDay date) {
        List<AccountId> ids = due.stream().map(ForkFactsReader::id).toList();
        Map<AccountId, Lineage.Last> last = lineage.last(ids);
        Map<AccountId, Lineage.Sibling> siblings = lineage.unfinishedSiblings(ids);
        Map<AccountId, Place> places =
                opening.places(ids.stream().map(AccountId::main).toList());
        Set<AccountId> blocked = breaks.blocked(ids);
        Scored scored = scored(due, date);
        Map<AccountId, ForkFacts> facts = HashMap.newHashMap(ids.size());
        for (AccountId id : ids) {
            facts.put(
                    id,
                    new ForkFacts(
                            last.get(id),
                            blocked.contains(id),
                            siblings.get(id),
                            places.get(id.main()),
                            scored.standing().get(id),
                            scored.known().getOrDefault(id, Known.NOTHING),
                            scored.inProgress()));
        }
        return facts;
    }

    /** What only those need that are scored. */
    private record Scored(Map<AccountId, Standing> standing, Map<AccountId, Known> known, long inProgress) {}

    private Scored scored(List<AccountView> due, BusinessDay date) {
        List<AccountView> views = due.stream()
                .filter(view -> view.policy().fork().decision() == ForkMode.SCORED)
                .toList();
        List<AccountId> ids = views.stream().map(ForkFactsReader::id).toList();
        return ids.isEmpty()
                ? new Scored(Map.of(), Map.of(), 0)
                : new Scored(decisions.standing(ids), figures.of(views, date), lineage.awaiting());
    }

    private static AccountId id(AccountView view) {
        return view.head().chain().account();
    }
}
