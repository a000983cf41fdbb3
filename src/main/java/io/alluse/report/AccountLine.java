package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An account as a list shows it; balances have their natural sign. */
public record AccountLine(
        AccountId id,
        String code,
        MainLine main,
        Tier tier,
        AccountState state,
        @Nullable String parent,
        LocalDate openedOn,
        Money base,
        Money netWorth,
        Map<LedgerAccount, Money> balances,
        @Nullable String brokerageState,
        @Nullable String brokerageReference,
        int lastNo) {

    /** The main account it belongs to. */
    public record MainLine(String code, String name, String policy, String mapping) {}

    public AccountLine {
        balances = Map.copyOf(balances);
    }

    public Money balance(LedgerAccount account) {
        return Objects.requireNonNull(balances.get(account));
    }

    /** Net worth less contributed capital (docs/rules.md 1). */
    public Money surplus() {
        return netWorth.minus(base);
    }
}
