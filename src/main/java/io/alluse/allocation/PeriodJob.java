package io.alluse.allocation;

import io.alluse.account.AccountId;
import io.alluse.allocation.PeriodDecision.Close;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Mark;
import io.alluse.ledger.PastAccount;
import io.alluse.ledger.Period;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.policy.Allocation;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.policy.TierPolicy;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.SweepJob;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxAndBufferJob;
import io.alluse.tax.TaxYear;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The jobs {@code weekly-reinvestment} and {@code quarterly-allocation}: one rule, each with its own marks and parts. */
public final class PeriodJob implements SweepJob<List<TaxYear>> {

    public static final String WEEKLY_PURPOSE =
            "closes the week: tax and buffer, then the gain after tax to contracts (docs/rules.md, section 5)";
    public static final String QUARTERLY_PURPOSE =
            "closes the quarter: tax and buffer, then the gain to its parts (docs/rules.md, section 5)";

    private final Period period;
    private final TaxAndBufferJob tax;

    public PeriodJob(Period period, Session session, PolicyBook book) {
        this.period = period;
        this.tax = new TaxAndBufferJob(session, book);
    }

    @Override
    public String name() {
        return period.rule();
    }

    /** Which of them do it is for their policies to say. */
    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    @Override
    public Optional<String> refusal(BusinessDay date) {
        LocalDate end = PeriodEnd.of(period, date.date());
        return date.date().equals(end)
                ? Optional.empty()
                : Optional.of("is not the last business day of its "
                        + period.name().toLowerCase(Locale.ROOT) + "; give --date " + end);
    }

    @Override
    public boolean closes() {
        return true;
    }

    @Override
    public List<TaxYear> noFacts() {
        return tax.noFacts();
    }

    @Override
    public Map<AccountId, List<TaxYear>> facts(List<AccountView> page, BusinessDay date) {
        return tax.facts(
                page.stream().filter(view -> allocation(view).isPresent()).toList(), date);
    }

    @Override
    public List<TaxYear> pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        return tax.pastFacts(account, years, date);
    }

    @Override
    public List<String> remarks(PastAccount past, BusinessDay date) {
        Mark mark = past.head().marks().of(period);
        return mark == null || !mark.date().isBefore(date.date())
                ? List.of()
                : AllocationText.late(mark, past.lateGain(period));
    }

    private Optional<Allocation> allocation(AccountView view) {
        TierPolicy terms = view.policy().tier(view.tier());
        return switch (period) {
            case WEEK -> terms.weekly();
            case QUARTER -> terms.quarterly();
        };
    }

    @Override
    public Decision decide(AccountView account, List<TaxYear> years, BusinessDay date) {
        return switch (decided(account, years, date)) {
            case Close close ->
                new Decision.Post(
                        AllocationPostings.kind(
                                close,
                                account.head().isSettledBy(account.policy().hash())),
                        Money.ZERO,
                        AllocationPostings.movements(close, date),
                        AllocationPostings.detail(close));
            case PeriodDecision.NotInPolicy _ -> new Decision.Nothing(notInPolicy());
            case PeriodDecision.Closed closed -> new Decision.SetAside(closed(closed));
            case PeriodDecision.NotEligible not -> new Decision.NotEligible(not.state());
        };
    }

    private PeriodDecision decided(AccountView account, List<TaxYear> years, BusinessDay date) {
        return AllocationRule.decide(
                account.head(),
                allocation(account),
                account.head().marks().of(period),
                TaxAndBuffer.decide(account.head(), account.policy(), years, date),
                date);
    }

    private String notInPolicy() {
        return switch (period) {
            case WEEK -> "its policy reinvests nothing weekly";
            case QUARTER -> "its policy allocates nothing quarterly";
        };
    }

    private static String closed(PeriodDecision.Closed closed) {
        return "its period has been closed on " + closed.markedOn() + " already";
    }

    @Override
    public List<String> explain(AccountView account, List<TaxYear> years, BusinessDay date) {
        return switch (decided(account, years, date)) {
            case Close close -> AllocationText.lines(close);
            case PeriodDecision.NotInPolicy _ -> List.of(notInPolicy());
            case PeriodDecision.Closed closed -> List.of(closed(closed));
            case PeriodDecision.NotEligible not ->
                List.of("the rule acts on ACTIVE and FORKING accounts, not on " + not.state());
        };
    }
}
