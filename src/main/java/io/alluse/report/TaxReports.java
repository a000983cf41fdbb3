package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.lot.LotHistory;
import io.alluse.lot.Lots;
import io.alluse.price.Prices;
import io.alluse.sql.Session;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.YearEndMarks;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tax ledgers of accounts, computed one after the other, so that those of a million accounts fit into little memory. */
public final class TaxReports {

    /** Their accounts are read together. */
    private static final int MAINS = 25;

    private final Session session;
    private final Accounts accounts;
    private final AccountLineStore lines;
    private final Lots lots;
    private final YearEndMarks marks;
    private final LocalDate today;
    private final @Nullable Integer year;

    /** Of a calendar year, or of all years that have passed or begun by today. */
    public TaxReports(Session session, LocalDate today, @Nullable Integer year) {
        this.session = session;
        this.accounts = new Accounts(session);
        this.lines = new AccountLineStore(session);
        this.lots = new Lots(session);
        this.marks = new LoadedMarks(new Prices(session));
        this.today = today;
        this.year = year;
    }

    public AccountTax of(String code) {
        AccountId account = accounts.account(code).id();
        return session.snapshot(() -> tax(code, lots.history(account)));
    }

    /** All accounts that ever held something, in the order of their main accounts, as they were at one moment. */
    public void all(Consumer<AccountTax> each) {
        session.snapshot(() -> {
            List<AccountLine> page = lines.tree(null, 0, MAINS);
            while (!page.isEmpty()) {
                tell(page, each);
                page = lines.tree(null, page.getLast().id().number(), MAINS);
            }
            return each;
        });
    }

    private void tell(List<AccountLine> page, Consumer<AccountTax> each) {
        Map<AccountId, String> codes = new LinkedHashMap<>();
        page.forEach(line -> codes.put(line.id(), line.code()));
        Map<AccountId, LotHistory> histories = lots.histories(codes.keySet());
        codes.forEach((account, code) -> {
            LotHistory history = histories.get(account);
            if (history != null) {
                each.accept(tax(code, history));
            }
        });
    }

    private AccountTax tax(String code, LotHistory history) {
        TaxLedger.Holding holding = new TaxLedger.Holding(history.lots(), history.closings(), history.origins());
        return AccountTax.of(code, TaxLedger.of(holding, marks, today), year);
    }
}
