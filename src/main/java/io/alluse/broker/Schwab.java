package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Schwab's transactions, with or without a title and a total; no time, no account but in the title. */
final class Schwab extends TableReader {

    private static final Columns COLUMNS =
            Columns.of("Date, Action, Symbol, Description, Quantity, Price, Fees & Comm, Amount");
    static final Format FORMAT =
            TableFormat.of("schwab", "Charles Schwab", COLUMNS, Schwab::new).readTwice();

    private static final Actions ACTIONS = Actions.of("""
            Buy, Reinvest Shares                                                          | BUY
            Sell                                                                          | SELL
            Sell Short, Sell to Open                                                      | SELL OPENS
            Buy to Open                                                                   | BUY OPENS
            Buy to Close, Buy to Cover                                                    | BUY CLOSES
            Sell to Close                                                                 | SELL CLOSES
            Expired                                                                       | EXPIRED CLOSES
            Assigned                                                                      | ASSIGNED CLOSES
            Exchange or Exercise                                                          | EXERCISED CLOSES
            Cash Dividend, Qualified Dividend, Non-Qualified Div, Pr Yr Cash Div          | DIVIDEND
            Special Dividend, Special Qual Div, Special Non Qual Div, Pr Yr Special Div   | DIVIDEND
            Reinvest Dividend, Qual Div Reinvest, Pr Yr Div Reinvest                      | DIVIDEND
            Long Term Cap Gain, Long Term Cap Gain Reinvest                               | DIVIDEND
            Short Term Cap Gain, Short Term Cap Gain Reinvest                             | DIVIDEND
            NRA Tax Adj, NRA Withholding, Foreign Tax Paid                                | WITHHOLDING
            Credit Interest, Bank Interest, Bond Interest, Margin Interest                | INTEREST
            ADR Mgmt Fee, Service Fee, Advisor Fee                                        | FEE
            Misc Cash Entry, Misc Credits, Promotional Award, Schwab ATM Rebate           | INTEREST/FEE
            MoneyLink Transfer, MoneyLink Deposit, MoneyLink Adj, ATM Withdrawal          | DEPOSIT/WITHDRAWAL
            Wire Sent, Wire Received, Wire Funds, Wire Funds Received                     | DEPOSIT/WITHDRAWAL
            Funds Received, Funds Paid                                                    | DEPOSIT/WITHDRAWAL
            Journal, Journaled Shares, Internal Transfer, Futures MM Sweep                | JOURNAL
            Security Transfer, Stock Plan Activity                                        | JOURNAL
            Stock Split, Options Frwd Split, Stock Div Dist                               | SPLIT
            Reverse Split, Name Change, Conversion, Mandatory Reorg Exc                   | SYMBOL_CHANGE
            Stock Merger, Cash Merger, Cash Merger Adj                                    | MERGER
            Full Redemption, Full Redemption Adj                                          | SELL
            Cash In Lieu                                                                  | CASH_IN_LIEU
            Return Of Capital                                                             | RETURN_OF_CAPITAL
            Spin-off                                                                      | refused: a spin-off, of which the file does not tell what it came from
            Cancel Buy, Cancel Sell                                                       | refused: a cancelled trade, which the file does not name
            """);

    /** Told in two rows. */
    private static final Set<String> EXCHANGES = Set.of(
            "Reverse Split",
            "Name Change",
            "Conversion",
            "Mandatory Reorg Exc",
            "Stock Merger",
            "Cash Merger",
            "Cash Merger Adj",
            "Full Redemption",
            "Full Redemption Adj");

    /** What TD Ameritrade had booked before it became Schwab. */
    private static final Actions MIGRATED = Actions.of("""
            TDA TRAN - REMOVAL OF OPTION DUE TO EXPIRATION* | EXPIRED CLOSES
            TDA TRAN - REMOVAL OF OPTION DUE TO ASSIGNMENT* | ASSIGNED CLOSES
            TDA TRAN - REMOVAL OF OPTION DUE TO EXERCISE*   | EXERCISED CLOSES
            """);

    private static final String MIGRATED_REMOVAL = "TDA TRAN - REMOVAL OF OPTION";
    private static final String TITLE = "Transactions  for account ";
    private static final String AS_OF = " as of ";
    private static final int AMOUNT_OF_TOTAL = 7;

    private final InstrumentReader instruments = new InstrumentReader(Notation.SCHWAB);
    private final Exchanges exchanges = new Exchanges();
    private final FileTotal total;
    private String account = "";

    private Schwab(Remarks remarks) {
        super(COLUMNS);
        total = new FileTotal(remarks);
    }

    @Override
    Verdict before(Row row) {
        String title = row.cell(0);
        if (!title.startsWith("Transactions") || row.size() > 1) {
            return super.before(row);
        }
        int end = title.indexOf(AS_OF);
        account = title.startsWith(TITLE) && end > 0 ? lastWord(title.substring(0, end)) : "";
        return new Verdict.Ignored("title");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1);
    }

    @Override
    String aside(Row row) {
        if (!row.cell(0).equals("Transactions Total")) {
            return "";
        }
        total.stated(row, AMOUNT_OF_TOTAL);
        return "total";
    }

    /** Both rows of an exchange, before either is judged. */
    @Override
    void look(Fields fields) {
        Instrument instrument = instruments.read(fields.text("Symbol"));
        if (instrument != null && EXCHANGES.contains(fields.text("Action"))) {
            exchanges.look(
                    key(fields), fields, instrument, fields.numberOrZero("Quantity"), fields.moneyOrZero("Amount"));
        }
    }

    /** Money comes for the same symbol, holdings for another. */
    private static String key(Fields fields) {
        String action = fields.text("Action");
        boolean forMoney = action.startsWith("Cash") || action.startsWith("Full");
        return fields.text("Date") + " " + action.replace(" Adj", "") + " " + (forMoney ? fields.text("Symbol") : "");
    }

    @Override
    Verdict line(Fields fields) {
        boolean removal = fields.text("Description").startsWith(MIGRATED_REMOVAL);
        return removal
                ? MIGRATED.judge(fields, "Description", takes -> taken(fields, takes))
                : ACTIONS.judge(fields, "Action", takes -> taken(fields, takes));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        boolean exchange = EXCHANGES.contains(fields.text("Action"));
        Money amount = exchange ? fields.moneyOrZero("Amount") : fields.money("Amount", takes.action());
        BigDecimal units = fields.numberOrZero("Quantity");
        Action action = takes.action(amount, units);
        total.add(amount);
        Draft draft = dated(fields, action)
                .account(account)
                .effect(takes.effect())
                .of(instrument(fields, action))
                .units(units)
                .price(fields.priceOrNull("Price"))
                .amount(amount)
                .fees(fields.moneyOrZero("Fees & Comm"))
                .text(fields.text("Action") + " " + fields.text("Description"));
        return exchange ? exchanges.verdict(key(fields), fields, "Action", draft) : draft.taken();
    }

    /** Posted on one day as of another. */
    private static Draft dated(Fields fields, Action action) {
        String date = fields.text("Date");
        int asOf = date.indexOf(AS_OF);
        if (asOf < 0) {
            return new Draft(fields.row(), action, fields.date("Date", Dates.US));
        }
        LocalDate effective = fields.date("Date", date.substring(asOf + AS_OF.length()), Dates.US);
        return new Draft(fields.row(), action, effective)
                .posted(fields.date("Date", date.substring(0, asOf), Dates.US));
    }

    private @Nullable Instrument instrument(Fields fields, Action action) {
        return switch (action) {
            case INTEREST, FEE, DEPOSIT, WITHDRAWAL, JOURNAL -> null;
            case BUY,
                    SELL,
                    ASSIGNED,
                    EXERCISED,
                    EXPIRED,
                    CASH_SETTLED,
                    DIVIDEND,
                    WITHHOLDING,
                    TRANSFER,
                    SPLIT,
                    SYMBOL_CHANGE,
                    MERGER,
                    SPIN_OFF,
                    CASH_IN_LIEU,
                    RETURN_OF_CAPITAL -> fields.isBlank("Symbol") ? null : fields.instrument("Symbol", instruments);
        };
    }

    @Override
    public void end() {
        total.check();
    }
}
