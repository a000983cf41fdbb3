package io.alluse.account;

import io.alluse.policy.DatedOverride;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The policy an account goes by on a date (docs/rules.md 2): that of its main account, with the overrides of the main account on top, then
 * its own. Accounts share few combinations, so each is worked out once; a page of accounts costs two queries. Safe for threads.
 */
public final class PoliciesInForce {

    private static final int MOST_KEPT = 10_000;

    private final OverrideStore store;
    private final Function<String, Policy> book;
    private final Map<String, Policy> bases = new ConcurrentHashMap<>();
    private final Map<Combination, Policy> known = new ConcurrentHashMap<>();

    public PoliciesInForce(Session session, PolicyBook book) {
        this(session, book::policy);
    }

    private PoliciesInForce(Session session, Function<String, Policy> book) {
        this.store = new OverrideStore(session);
        this.book = book;
    }

    /** As if every main account followed this one, with the overrides that there are. */
    public static PoliciesInForce under(Policy policy, Session session) {
        return new PoliciesInForce(session, name -> policy);
    }

    private record Combination(String base, List<PolicyOverride> ofMain, List<PolicyOverride> ofAccount) {}

    /** Of an account, or of a main account. */
    public Policy of(AccountId account, LocalDate on) {
        return Objects.requireNonNull(of(List.of(account), on).get(account));
    }

    /** Of each of these accounts or main accounts, wherever they lie. */
    public Map<AccountId, Policy> of(Collection<AccountId> accounts, LocalDate on) {
        Set<AccountId> mains = accounts.stream().map(AccountId::main).collect(Collectors.toSet());
        Set<AccountId> subjects = new LinkedHashSet<>(mains);
        subjects.addAll(accounts);
        return of(accounts, on, store.policyNames(mains), store.of(subjects));
    }

    /** Of accounts in the order of their ids that are most of those between the first and the last: read as two ranges. */
    public Map<AccountId, Policy> ofPage(List<AccountId> accounts, LocalDate on) {
        if (accounts.isEmpty()) {
            return Map.of();
        }
        AccountId first = accounts.getFirst().main();
        AccountId last = accounts.getLast();
        return of(accounts, on, store.policyNamesBetween(first, last), store.between(first, last));
    }

    private Map<AccountId, Policy> of(
            Collection<AccountId> accounts, LocalDate on, Map<AccountId, String> names, List<KeptOverride> overrides) {
        Map<AccountId, List<KeptOverride>> kept =
                overrides.stream().collect(Collectors.groupingBy(KeptOverride::subject));
        Map<AccountId, Policy> policies = HashMap.newHashMap(accounts.size());
        for (AccountId account : accounts) {
            String name = names.get(account.main());
            if (name == null) {
                throw new IllegalStateException("no main account " + account.main() + " of account " + account);
            }
            policies.put(account, kept.isEmpty() ? base(name) : of(name, kept, account, on));
        }
        return policies;
    }

    private Policy of(String name, Map<AccountId, List<KeptOverride>> kept, AccountId account, LocalDate on) {
        List<KeptOverride> own = account.isMain() ? List.of() : kept.getOrDefault(account, List.of());
        return of(name, kept.getOrDefault(account.main(), List.of()), own, on);
    }

    /** Of overrides at hand: what would be in force if these were all there are. */
    public Policy of(String base, List<KeptOverride> ofMain, List<KeptOverride> ofAccount, LocalDate on) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        Combination key = new Combination(base, inForce(ofMain, on), inForce(ofAccount, on));
        return known.computeIfAbsent(key, this::workedOut);
    }

    private Policy workedOut(Combination combination) {
        List<PolicyOverride> all = new ArrayList<>(combination.ofMain());
        all.addAll(combination.ofAccount());
        return base(combination.base()).with(all);
    }

    public Policy base(String name) {
        return bases.computeIfAbsent(name, book);
    }

    private static List<PolicyOverride> inForce(List<KeptOverride> kept, LocalDate on) {
        return kept.stream()
                .map(KeptOverride::dated)
                .filter(dated -> !dated.effective().isAfter(on))
                .sorted(DatedOverride.IN_FORCE_ORDER)
                .map(DatedOverride::override)
                .toList();
    }
}
