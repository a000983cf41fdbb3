package io.alluse.tax;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Glance;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Period;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.TaxRates;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.SweepJob;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The job {@code tax-and-buffer}: nightly, for every account (docs/rules.md 5.1 to 5.3). */
public final class TaxAndBufferJob implements SweepJob<List<TaxYear>> {

    public static final String PURPOSE =
            "accrues tax, fills its reserve and the cash buffer (docs/rules.md, section 5)";
    private static final String UP_TO_DATE = "tax, reserve and buffer are up to date";

    private static final Decision UP_TO_DATE_DECISION = new Decision.Nothing(UP_TO_DATE);

    private final Ledger ledger;
    private final PoliciesInForce policies;

    public TaxAndBufferJob(Session session, PolicyBook book) {
        this.ledger = new Ledger(session);
        this.policies = new PoliciesInForce(session, book);
    }

    @Override
    public String name() {
        return TaxAndBuffer.RULE;
    }

    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    @Override
    public List<TaxYear> noFacts() {
        return List.of();
    }

    @Override
    public boolean glances() {
        return true;
    }

    @Override
    public @Nullable Decision decideAtAGlance(Glance glance, Policy policy) {
        if (glance.state() != AccountState.ACTIVE && glance.state() != AccountState.FORKING) {
            return new Decision.NotEligible(glance.state());
        }
        return glance.isSettledBy(policy.hash()) ? UP_TO_DATE_DECISION : null;
    }

    /** For an earlier date less would be due than has been accrued since: reserves would be given back that are needed. */
    @Override
    public boolean closes() {
        return true;
    }

    /** A week and a quarter begin with the steps of this job. */
    @Override
    public List<String> alsoClosedBy() {
        return List.of(Period.WEEK.rule(), Period.QUARTER.rule());
    }

    /** Nothing is read for accounts that are settled: the nightly case of most of them. */
    @Override
    public Map<AccountId, List<TaxYear>> facts(List<AccountView> page, BusinessDay date) {
        Map<AccountId, Policy> open = new HashMap<>();
        for (AccountView view : page) {
            if (!view.head().isSettledBy(view.policy().hash())) {
                open.put(view.head().chain().account(), view.policy());
            }
        }
        if (open.isEmpty()) {
            return Map.of();
        }
        return taxYears(ledger.years(open.keySet().stream().sorted().toList()), open, date);
    }

    @Override
    public List<TaxYear> pastFacts(AccountView view, List<YearResult> years, BusinessDay date) {
        AccountId account = view.head().chain().account();
        return years.isEmpty()
                ? noFacts()
                : taxYears(Map.of(account, years), Map.of(account, view.policy()), date)
                        .getOrDefault(account, noFacts());
    }

    private Map<AccountId, List<TaxYear>> taxYears(
            Map<AccountId, List<YearResult>> results, Map<AccountId, Policy> open, BusinessDay date) {
        ClosedYears closed = ClosedYears.of(results, date, policies);
        Map<AccountId, List<TaxYear>> facts = HashMap.newHashMap(results.size());
        results.forEach((account, years) -> {
            TaxRates now = Objects.requireNonNull(open.get(account)).tax();
            facts.put(
                    account,
                    years.stream()
                            .map(year -> new TaxYear(year, closed.rates(account, year.year(), now)))
                            .toList());
        });
        return facts;
    }

    /** The rates of closed years are those in force at their end. */
    private record ClosedYears(Map<Integer, Map<AccountId, Policy>> byYear) {

        static ClosedYears of(Map<AccountId, List<YearResult>> results, BusinessDay date, PoliciesInForce policies) {
            Map<Integer, List<AccountId>> accounts = new TreeMap<>();
            results.forEach((account, years) -> years.stream()
                    .filter(year -> year.year() < date.date().getYear())
                    .forEach(year -> accounts.computeIfAbsent(year.year(), y -> new ArrayList<>())
                            .add(account)));
            Map<Integer, Map<AccountId, Policy>> byYear = new TreeMap<>();
            accounts.forEach((year, some) ->
                    byYear.put(year, policies.of(some, LocalDate.of(year, Month.DECEMBER, 31))));
            return new ClosedYears(byYear);
        }

        TaxRates rates(AccountId account, int year, TaxRates now) {
            Policy then = byYear.getOrDefault(year, Map.of()).get(account);
            return then == null ? now : then.tax();
        }
    }

    @Override
    public Decision decide(AccountView account, List<TaxYear> years, BusinessDay date) {
        return switch (TaxAndBuffer.decide(account.head(), account.policy(), years, date)) {
            case TaxDecision.Settle settle ->
                new Decision.Post(
                        settle.kind(), Money.ZERO, TaxAndBuffer.movements(settle, date), TaxAndBuffer.detail(settle));
            case TaxDecision.Settled _ -> UP_TO_DATE_DECISION;
            case TaxDecision.NotEligible not -> new Decision.NotEligible(not.state());
        };
    }

    @Override
    public List<String> explain(AccountView account, List<TaxYear> years, BusinessDay date) {
        return switch (TaxAndBuffer.decide(account.head(), account.policy(), years, date)) {
            case TaxDecision.Settle settle -> TaxAndBuffer.lines(settle);
            case TaxDecision.Settled _ -> List.of(UP_TO_DATE);
            case TaxDecision.NotEligible not ->
                List.of("the rule acts on ACTIVE and FORKING accounts, not on " + not.state());
        };
    }
}
