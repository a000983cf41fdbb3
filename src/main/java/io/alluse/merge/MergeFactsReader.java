package io.alluse.merge;

import io.alluse.absorption.MergeEnding;
import io.alluse.absorption.Opposition;
import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.lineage.Emptied;
import io.alluse.lineage.Families;
import io.alluse.lineage.Family;
import io.alluse.lot.Held;
import io.alluse.lot.Lots;
import io.alluse.merge.FamilyFacts.Found;
import io.alluse.merge.MergeDecision.Due;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the families of a page and, of those that are due, what could keep them from merging: a query per kind for all of them. */
final class MergeFactsReader {

    private final Families families;
    private final MergeEnding ending;
    private final Ledger ledger;
    private final Breaks breaks;
    private final Lots lots;
    private final UntaxedMembers untaxed;
    private final Selling selling;

    MergeFactsReader(Session session, UntaxedMembers untaxed) {
        this.families = new Families(session);
        this.ending = new MergeEnding(session);
        this.ledger = new Ledger(session);
        this.breaks = new Breaks(session);
        this.lots = new Lots(session);
        this.untaxed = untaxed;
        this.selling = new Selling(session);
    }

    Map<AccountId, MergeFacts> of(List<AccountView> page, BusinessDay date) {
        Map<AccountId, MergeFacts> facts = new HashMap<>();
        emptied(page).forEach((account, by) -> facts.put(account, new MergeFacts(by, null)));
        ofFamilies(page, date).forEach((account, family) -> facts.put(account, new MergeFacts(null, family)));
        return facts;
    }

    private Map<AccountId, Emptied> emptied(List<AccountView> page) {
        return ending.emptied(page.stream()
                .filter(view -> view.head().state() == AccountState.MERGING)
                .map(MergeFactsReader::id)
                .toList());
    }

    private Map<AccountId, FamilyFacts> ofFamilies(List<AccountView> page, BusinessDay date) {
        Map<AccountId, AccountView> asked = new LinkedHashMap<>();
        page.stream().filter(MergeFactsReader::mayBeOfOne).forEach(view -> asked.put(id(view), view));
        Map<AccountId, Family> open = families.open(asked.keySet());
        Map<AccountId, AccountHead> heads = heads(page, open);
        Map<Family, FamilyFacts> facts = new HashMap<>();
        List<AccountView> due = new ArrayList<>();
        Map<AccountId, FamilyFacts> byAccount = new HashMap<>();
        asked.forEach((id, view) -> {
            Family family = open.get(id);
            if (family != null) {
                FamilyFacts its = facts.computeIfAbsent(family, one -> facts(one, heads));
                byAccount.put(id, its);
                if (isDue(view, its, date)) {
                    due.add(view);
                }
            }
        });
        byAccount.putAll(found(due, byAccount, date));
        return byAccount;
    }

    /** The codes of accounts that forks opened are longer than those of others: only these are looked for. */
    private static boolean mayBeOfOne(AccountView view) {
        AccountState state = view.head().state();
        return state != AccountState.CLOSED
                && state != AccountState.MERGING
                && view.head().chain().code().chars().filter(c -> c == '-').count() > DASHES;
    }

    private static final int DASHES = 2;

    /** Most of them are on the page. */
    private Map<AccountId, AccountHead> heads(List<AccountView> page, Map<AccountId, Family> open) {
        Map<AccountId, AccountHead> heads = new HashMap<>();
        page.forEach(view -> heads.put(id(view), view.head()));
        Set<AccountId> others = new LinkedHashSet<>();
        open.values().forEach(family -> {
            others.addAll(family.members());
            others.add(family.target());
        });
        others.removeAll(heads.keySet());
        for (PagedHead row : ledger.page(others)) {
            AccountHead head = row.head();
            if (head == null) {
                throw new IllegalStateException(
                        "the row of an account of its family cannot be read: " + row.unreadable());
            }
            heads.put(row.id(), head);
        }
        return heads;
    }

    private static FamilyFacts facts(Family family, Map<AccountId, AccountHead> heads) {
        return new FamilyFacts(
                family,
                family.members().stream()
                        .map(member -> Objects.requireNonNull(heads.get(member)))
                        .filter(head -> head.state() != AccountState.CLOSED)
                        .toList(),
                Objects.requireNonNull(heads.get(family.target())),
                Found.NOTHING);
    }

    private static boolean isDue(AccountView view, FamilyFacts family, BusinessDay date) {
        return family.decider().equals(id(view))
                && MergeRule.decide(family.worth(), view.policy().merge(), date.date()) instanceof Due;
    }

    private Map<AccountId, FamilyFacts> found(
            List<AccountView> due, Map<AccountId, FamilyFacts> families, BusinessDay date) {
        if (due.isEmpty()) {
            return Map.of();
        }
        List<FamilyFacts> some = due.stream()
                .map(view -> Objects.requireNonNull(families.get(id(view))))
                .toList();
        List<AccountId> all = some.stream()
                .flatMap(FamilyFacts::all)
                .map(head -> head.chain().account())
                .distinct()
                .sorted()
                .toList();
        Set<AccountId> blocked = breaks.blocked(all);
        Map<AccountId, List<Held>> held = lots.held(all);
        Set<AccountId> notTaxed = untaxed.of(some, date);
        Map<AccountId, Integer> sold = selling.open(due, some);
        Map<AccountId, FamilyFacts> found = HashMap.newHashMap(due.size());
        for (FamilyFacts family : some) {
            found.put(
                    family.decider(),
                    family.with(new Found(
                            blocked,
                            notTaxed,
                            opposed(family, held),
                            family.members().stream()
                                    .anyMatch(head ->
                                            held.containsKey(head.chain().account())),
                            sold.getOrDefault(family.decider(), 0))));
        }
        return found;
    }

    private static @Nullable Instrument opposed(FamilyFacts family, Map<AccountId, List<Held>> held) {
        return Opposition.between(family.all()
                        .map(head -> held.getOrDefault(head.chain().account(), List.of()))
                        .toList())
                .orElse(null);
    }

    private static AccountId id(AccountView view) {
        return view.head().chain().account();
    }
}
