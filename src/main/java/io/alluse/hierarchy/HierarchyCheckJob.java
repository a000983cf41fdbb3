package io.alluse.hierarchy;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Decision.Nothing;
import io.alluse.sweep.Decision.SetAside;
import io.alluse.sweep.SweepJob;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The job {@code hierarchy-check}: accounts of which something does not fit are set aside, with what was found (docs/rules.md 8.5). */
public final class HierarchyCheckJob implements SweepJob<List<Finding>> {

    public static final String NAME = "hierarchy-check";
    public static final String PURPOSE =
            "checks forks, transfers, closed accounts and mappings; changes nothing (docs/rules.md, section 8)";

    private final HierarchyStore store;

    /** Read once per run: by table partition, since both sides of a transfer lie in the same one. */
    private final Map<Integer, Map<AccountId, List<Finding>>> transfers = new ConcurrentHashMap<>();

    public HierarchyCheckJob(Session session) {
        this.store = new HierarchyStore(session);
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
    public List<Finding> noFacts() {
        return List.of();
    }

    @Override
    public Map<AccountId, List<Finding>> facts(List<AccountView> page, BusinessDay date) {
        Map<AccountId, List<Finding>> found = new HashMap<>();
        page.stream()
                .map(view -> view.head().chain().account())
                .collect(Collectors.groupingBy(AccountId::partition, TreeMap::new, Collectors.toList()))
                .forEach((partition, accounts) -> addFindings(partition, accounts, found));
        return found;
    }

    private void addFindings(int partition, List<AccountId> accounts, Map<AccountId, List<Finding>> found) {
        AccountId least = accounts.stream().min(AccountId::compareTo).orElseThrow();
        AccountId greatest = accounts.stream().max(AccountId::compareTo).orElseThrow();
        Map<AccountId, List<Finding>> ofRows = store.findings(partition, least, greatest);
        Map<AccountId, List<Finding>> lone = transfers.computeIfAbsent(partition, store::transfers);
        if (ofRows.isEmpty() && lone.isEmpty()) {
            return;
        }
        for (AccountId account : accounts) {
            List<Finding> all = new ArrayList<>(ofRows.getOrDefault(account, List.of()));
            all.addAll(lone.getOrDefault(account, List.of()));
            found.put(account, all);
        }
    }

    @Override
    public Decision decide(AccountView account, List<Finding> facts, BusinessDay date) {
        List<Finding> findings = HierarchyRule.findings(account.head(), facts);
        return findings.isEmpty()
                ? new Nothing("nothing found")
                : new SetAside(findings.stream().map(Finding::toString).collect(Collectors.joining("; ")));
    }

    @Override
    public List<String> explain(AccountView account, List<Finding> facts, BusinessDay date) {
        List<Finding> findings = HierarchyRule.findings(account.head(), facts);
        return findings.isEmpty()
                ? List.of("nothing found")
                : findings.stream().map(Finding::toString).toList();
    }
}
