package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.consolidation.AssessmentFacts.Family;
import io.alluse.consolidation.FamilyStore.Member;
import io.alluse.performance.Closes;
import io.alluse.policy.Policy;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what accounts are assessed by: closes of all of them, and of the few that trigger something their families. */
final class AssessmentFactsReader {

    private final Closes closes;
    private final Breaks breaks;
    private final FamilyStore families;
    private final ConsolidationStore store;

    AssessmentFactsReader(Session session) {
        this.closes = new Closes(session);
        this.breaks = new Breaks(session);
        this.families = new FamilyStore(session);
        this.store = new ConsolidationStore(session);
    }

    Map<AccountId, AssessmentFacts> of(List<AccountView> page, LocalDate date) {
        Map<AccountId, AccountView> active = new HashMap<>();
        page.stream()
                .filter(view -> view.head().state() == AccountState.ACTIVE)
                .forEach(view -> active.put(id(view), view));
        if (active.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, Figures> figures = figures(active, date);
        Map<AccountId, Family> ranked = new HashMap<>();
        Map<AccountId, List<Member>> members = members(figures.keySet(), ranked);
        Map<AccountId, Standing> standing = store.standing(active.keySet(), date);
        Map<AccountId, AssessmentFacts> facts = HashMap.newHashMap(active.size());
        active.forEach((id, view) -> facts.put(
                id,
                new AssessmentFacts(
                        figures.getOrDefault(id, Figures.NONE),
                        false,
                        ranked.getOrDefault(id, Family.NONE),
                        List.of(),
                        standing.get(id))));
        addRelatives(active, members, figures, facts, date);
        return facts;
    }

    /** Of one account, whatever triggers, for a person who asks. */
    AssessmentFacts of(AccountView view, LocalDate date) {
        Map<AccountId, AccountView> one = Map.of(id(view), view);
        Map<AccountId, Figures> figures = figures(one, date);
        Map<AccountId, Family> ranked = new HashMap<>();
        Map<AccountId, List<Member>> members = members(one.keySet(), ranked);
        AssessmentFacts bare = new AssessmentFacts(
                figures.getOrDefault(id(view), Figures.NONE),
                false,
                ranked.getOrDefault(id(view), Family.NONE),
                List.of(),
                store.standing(one.keySet(), date).get(id(view)));
        return related(one, members, figures, Map.of(id(view), bare), date).getOrDefault(id(view), bare);
    }

    private Map<AccountId, Figures> figures(Map<AccountId, AccountView> views, LocalDate date) {
        int days = views.values().stream()
                .mapToInt(view -> view.policy().consolidation().closesNeeded())
                .max()
                .orElse(0);
        return new HashMap<>(closes.of(
                views.keySet(),
                date,
                days,
                (account, series) -> Figures.of(
                        series, Objects.requireNonNull(views.get(account)).policy(), date)));
    }

    /** By main account; accounts without closes are not assessed, so nobody asks for their families. */
    private Map<AccountId, List<Member>> members(Collection<AccountId> accounts, Map<AccountId, Family> ranked) {
        Set<AccountId> mains = accounts.stream().map(AccountId::main).collect(Collectors.toSet());
        List<Member> all = families.members(mains);
        all.forEach(member -> ranked.put(member.id(), member.family()));
        return all.stream().collect(Collectors.groupingBy(member -> member.id().main()));
    }

    private void addRelatives(
            Map<AccountId, AccountView> views,
            Map<AccountId, List<Member>> members,
            Map<AccountId, Figures> figures,
            Map<AccountId, AssessmentFacts> facts,
            LocalDate date) {
        Map<AccountId, AssessmentFacts> triggered = new HashMap<>();
        facts.forEach((id, one) -> {
            AccountView view = Objects.requireNonNull(views.get(id));
            if (FindingRule.reasonAgainst(view, one).isEmpty()
                    && !FindingRule.triggers(view, one).isEmpty()) {
                triggered.put(id, one);
            }
        });
        if (!triggered.isEmpty()) {
            facts.putAll(related(views, members, figures, triggered, date));
        }
    }

    private Map<AccountId, AssessmentFacts> related(
            Map<AccountId, AccountView> views,
            Map<AccountId, List<Member>> members,
            Map<AccountId, Figures> figures,
            Map<AccountId, AssessmentFacts> triggered,
            LocalDate date) {
        Set<AccountId> concerned = new HashSet<>();
        triggered
                .keySet()
                .forEach(
                        id -> members.getOrDefault(id.main(), List.of()).forEach(member -> concerned.add(member.id())));
        Set<AccountId> blocked = breaks.blocked(concerned);
        addFigures(views, triggered.keySet(), members, figures, date);
        Map<AccountId, AssessmentFacts> related = HashMap.newHashMap(triggered.size());
        triggered.forEach((id, one) -> related.put(
                id,
                new AssessmentFacts(
                        one.own(),
                        blocked.contains(id),
                        one.family(),
                        relatives(id, members.getOrDefault(id.main(), List.of()), blocked, figures),
                        one.standing())));
        return related;
    }

    /** Of those of the families that are not on the page, or not active. */
    private void addFigures(
            Map<AccountId, AccountView> views,
            Set<AccountId> triggered,
            Map<AccountId, List<Member>> members,
            Map<AccountId, Figures> figures,
            LocalDate date) {
        Map<AccountId, Policy> missing = new HashMap<>();
        int days = 0;
        for (AccountId id : triggered) {
            Policy policy = Objects.requireNonNull(views.get(id)).policy();
            days = Math.max(days, policy.consolidation().closesNeeded());
            members.getOrDefault(id.main(), List.of()).stream()
                    .map(Member::id)
                    .filter(other -> !figures.containsKey(other))
                    .forEach(other -> missing.put(other, policy));
        }
        figures.putAll(closes.of(
                missing.keySet(),
                date,
                days,
                (account, series) -> Figures.of(series, Objects.requireNonNull(missing.get(account)), date)));
    }

    private static List<Relative> relatives(
            AccountId id, List<Member> members, Set<AccountId> blocked, Map<AccountId, Figures> figures) {
        AccountId parent = members.stream()
                .filter(member -> member.id().equals(id))
                .map(Member::parent)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        List<Relative> relatives = new ArrayList<>();
        for (Member member : members) {
            if (!member.id().equals(id)) {
                relatives.add(new Relative(
                        member.id(),
                        member.code(),
                        member.tier(),
                        member.state(),
                        member.id().equals(parent),
                        blocked.contains(member.id()),
                        figures.getOrDefault(member.id(), Figures.NONE)));
            }
        }
        return relatives;
    }

    private static AccountId id(AccountView view) {
        return view.head().chain().account();
    }
}
