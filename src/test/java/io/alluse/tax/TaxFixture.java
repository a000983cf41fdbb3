package io.alluse.tax;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventHash;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Marks;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.TaxRates;
import io.alluse.tax.TaxDecision.NotEligible;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.tax.TaxDecision.Settled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Heads, years and decisions as tables write them. */
public final class TaxFixture {

    static final PolicyBook BOOK = PolicyBook.shipped();
    static final Policy STANDARD = BOOK.policy("standard");

    private static final AccountId ACCOUNT = AccountId.ofMain(1).member(1);

    private TaxFixture() {}

    /** {@code CASH 97000 BUFFER 5000}, in natural signs; CAPITAL is what makes the balances add up. */
    public static AccountHead head(@Nullable String holds) {
        return head(AccountState.ACTIVE, balances(holds));
    }

    static AccountHead head(AccountState state, Balances balances) {
        return head(state, balances, 0, 0);
    }

    static AccountHead head(AccountState state, Balances balances, int settledNo, long settledPolicy) {
        ChainHead chain = new ChainHead(ACCOUNT, "A-000001-GEN", 7, EventHash.NONE);
        return new AccountHead(chain, state, Money.ZERO, balances, settledNo, settledPolicy, Marks.NONE, Money.ZERO);
    }

    public static Balances balances(@Nullable String holds) {
        List<Money> amounts = new ArrayList<>(Collections.nCopies(LedgerAccount.values().length, Money.ZERO));
        String[] words = words(holds);
        for (int i = 0; i < words.length; i += 2) {
            LedgerAccount account = LedgerAccount.valueOf(words[i]);
            amounts.set(account.ordinal(), account.natural(Money.of(words[i + 1])));
        }
        Money rest = amounts.stream().reduce(Money.ZERO, Money::plus).negated();
        amounts.set(LedgerAccount.CAPITAL.ordinal(), rest);
        return Balances.of(amounts);
    }

    /** {@code 2025 S -500; 2026 S 2000 L 10 D 5 @ 40/20/20}: results by year, at the policy's rates if none are given. */
    public static List<TaxYear> years(@Nullable String text, Policy policy) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(year -> year(words(year), policy.tax()))
                        .toList();
    }

    private static TaxYear year(String[] words, TaxRates usual) {
        Money shortTerm = Money.ZERO;
        Money longTerm = Money.ZERO;
        Money dividends = Money.ZERO;
        TaxRates rates = usual;
        for (int i = 1; i < words.length; i += 2) {
            switch (words[i]) {
                case "S" -> shortTerm = Money.of(words[i + 1]);
                case "L" -> longTerm = Money.of(words[i + 1]);
                case "D" -> dividends = Money.of(words[i + 1]);
                case "@" -> rates = rates(words[i + 1].split("/"));
                default -> throw new IllegalArgumentException(words[i]);
            }
        }
        return new TaxYear(new YearResult(Integer.parseInt(words[0]), shortTerm, longTerm, dividends), rates);
    }

    private static TaxRates rates(String[] percent) {
        return new TaxRates(Percent.of(percent[0]), Percent.of(percent[1]), Percent.of(percent[2]));
    }

    private static String[] words(@Nullable String text) {
        return text == null ? new String[0] : text.strip().split(" +");
    }

    public static String text(TaxDecision decision) {
        return switch (decision) {
            case Settle settle -> text(settle);
            case Settled() -> "settled";
            case NotEligible(AccountState state) -> "not eligible: " + state;
        };
    }

    private static String text(Settle settle) {
        return String.join(
                ", ",
                Stream.of(
                                amount("cover ", settle.cover().moved(), false),
                                amount("accrue ", settle.accrual().amount(), false),
                                amount(
                                        "reserve ",
                                        settle.reserve().moved(),
                                        settle.reserve().shortOfCash()),
                                amount(
                                        "refill ",
                                        settle.refill().moved(),
                                        settle.refill().shortOfCash()),
                                settle.laterResults() ? "later results wait" : "")
                        .filter(part -> !part.isEmpty())
                        .toList());
    }

    private static String amount(String word, Money amount, boolean shortOfCash) {
        return amount.isZero() && !shortOfCash ? "" : word + amount + (shortOfCash ? " (free cash)" : "");
    }
}
