package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Vanguard's download: what is held, then what happened; several accounts in one file, options only by their name. */
final class Vanguard implements FormatReader {

    private static final Columns HOLDINGS =
            Columns.of("Account Number, Investment Name, Symbol, Shares, Share Price, Total Value");
    private static final Columns TRANSACTIONS = Columns.of("""
            Account Number, Trade Date, Settlement Date, Transaction Type, Transaction Description, Investment Name, Symbol,
            Shares, Share Price, Principal Amount, Commissions and Fees|Commission Fees, Net Amount, Accrued Interest, Account Type
            """);
    static final Format FORMAT = new MarkedFormat(
            new BrokerFormat("vanguard", "Vanguard", List.of(HOLDINGS.toString(), TRANSACTIONS.toString()), false),
            row -> TRANSACTIONS.areIn(row) || HOLDINGS.areIn(row),
            false,
            Vanguard::new);

    private static final Actions TYPES = Actions.of("""
            Buy                                          | BUY
            Sell                                         | SELL
            Buy to open                                  | BUY OPENS
            Sell to open, Sell short                     | SELL OPENS
            Buy to close, Buy to cover                   | BUY CLOSES
            Sell to close                                | SELL CLOSES
            Expired                                      | EXPIRED
            Assigned                                     | ASSIGNED CLOSES
            Exercised                                    | EXERCISED CLOSES
            Dividend, Capital gain (LT), Capital gain (ST) | DIVIDEND
            Reinvestment, Reinvestment (LT gain), Reinvestment (ST gain) | BUY
            Withholding                                  | WITHHOLDING
            Interest                                     | INTEREST
            Fee                                          | FEE
            Funds Received, Withdrawal, Contribution     | DEPOSIT/WITHDRAWAL
            Transfer (incoming), Transfer (outgoing)     | JOURNAL
            Corp Action (Redemption)                     | SELL
            Stock split                                  | SPLIT
            Sweep in, Sweep out                          | ignored: sweep to or from the settlement fund
            Corp Action*                                 | refused: a corporate action, whose terms the file does not tell
            """);

    /** The fund in which Vanguard keeps cash. */
    private static final Set<String> SETTLEMENT = Set.of("VMFXX", "VMRXX", "VMMXX");

    private final InstrumentReader symbols = new InstrumentReader(Notation.OCC);
    private final InstrumentReader options = new InstrumentReader(Notation.DESCRIPTION);
    private final Remarks remarks;
    private @Nullable Header holdings;
    private @Nullable Header transactions;

    private Vanguard(Remarks remarks) {
        this.remarks = remarks;
    }

    @Override
    public Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        if (TRANSACTIONS.areIn(row)) {
            transactions = TRANSACTIONS.header(row);
            return new Verdict.Ignored("header");
        }
        if (HOLDINGS.areIn(row)) {
            holdings = HOLDINGS.header(row);
            return new Verdict.Ignored("header");
        }
        if (transactions != null) {
            return line(new Fields(row, transactions));
        }
        if (holdings != null) {
            return holding(new Fields(row, holdings));
        }
        throw Refused.of(row, 1, "row", "the header " + HOLDINGS, "something else");
    }

    /** Stated as of the day of the download, which the file does not tell. */
    private Verdict holding(Fields fields) {
        String account = fields.text("Account Number");
        BigDecimal shares = fields.number("Shares");
        if (SETTLEMENT.contains(fields.text("Symbol"))) {
            remarks.stated(new Stated.ClosingCash(fields.line(), account, null, fields.money("Total Value")));
            return new Verdict.Ignored("cash held");
        }
        Instrument instrument = instrument(fields);
        if (instrument == null) {
            throw fields.refused("Symbol", symbols.expected(), "nothing");
        }
        remarks.stated(new Stated.Position(fields.line(), account, null, instrument, shares));
        return new Verdict.Ignored("position held");
    }

    private Verdict line(Fields fields) {
        boolean sweep = SETTLEMENT.contains(fields.text("Symbol"))
                && !fields.text("Transaction Type").equalsIgnoreCase("Dividend");
        return sweep
                ? new Verdict.Ignored("sweep to or from the settlement fund")
                : TYPES.judge(fields, "Transaction Type", takes -> taken(fields, takes));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        Money amount = fields.money("Net Amount", takes.action());
        BigDecimal shares = fields.numberOrZero("Shares");
        Action action = takes.action(amount, shares);
        Dates dates = fields.text("Trade Date").indexOf('/') < 0 ? Dates.ISO : Dates.US;
        LocalDate effective = fields.date("Trade Date", dates);
        return new Draft(fields.row(), action, effective)
                .account(fields.text("Account Number"))
                .effect(takes.effect())
                .of(action == Action.DEPOSIT || action == Action.WITHDRAWAL ? null : instrument(fields))
                .units(shares)
                .price(shares.signum() == 0 ? null : fields.priceOrNull("Share Price"))
                .amount(amount)
                .fees(fields.moneyOrZero("Commissions and Fees"))
                .text(fields.text("Transaction Description") + " " + fields.text("Investment Name"))
                .taken();
    }

    private @Nullable Instrument instrument(Fields fields) {
        return fields.isBlank("Symbol")
                ? options.read(fields.text("Investment Name"))
                : fields.instrument("Symbol", symbols);
    }
}
