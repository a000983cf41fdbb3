package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.holding.Lot;
import io.alluse.ledger.LedgerAccount;
import io.alluse.lot.LotHistory;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers what an account holds, purchase by purchase. */
public final class LotReports {

    private final Session session;
    private final Accounts accounts;
    private final Lots lots;
    private final AccountLineStore lines;
    private final LaterMovementStore later;
    private final LocalDate today;

    public LotReports(Session session, LocalDate today) {
        this.session = session;
        this.accounts = new Accounts(session);
        this.lots = new Lots(session);
        this.lines = new AccountLineStore(session);
        this.later = new LaterMovementStore(session);
        this.today = today;
    }

    /** Now, or at the end of a day by effective dates; lots and ledger as they were at one moment. */
    public AccountLots of(String code, @Nullable LocalDate asOf) {
        AccountId account = accounts.account(code).id();
        return session.snapshot(() -> {
            LotHistory all = lots.history(account);
            LotHistory then = asOf == null ? all : all.asOf(asOf);
            return new AccountLots(
                    code,
                    asOf,
                    today,
                    then.lots(),
                    then.closingsByLot(),
                    asOf == null ? List.of() : reshaped(all, asOf),
                    ledger(account, asOf));
        });
    }

    private static List<Lot> reshaped(LotHistory all, LocalDate asOf) {
        return all.reshaped().stream()
                .filter(lot -> !lot.opened().isAfter(asOf))
                .toList();
    }

    private Map<LedgerAccount, Money> ledger(AccountId account, @Nullable LocalDate asOf) {
        AccountLine line = lines.line(account);
        Map<LedgerAccount, Money> balances = new EnumMap<>(LedgerAccount.class);
        for (LedgerAccount held : AccountLots.HELD_IN) {
            Money since = asOf == null ? Money.ZERO : held.natural(later.change(account, held, asOf));
            balances.put(held, line.balance(held).minus(since));
        }
        return balances;
    }
}
