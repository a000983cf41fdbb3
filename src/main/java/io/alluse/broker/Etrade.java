package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** E*TRADE's transactions: the download until 2024 and the one since; both newest first, no time. */
final class Etrade extends TableReader {

    private static final Columns OLD = Columns.of("TransactionDate, TransactionType, SecurityType, Symbol, Quantity,"
            + " Amount, Price, Commission, Description");
    private static final Columns NEW = Columns.of(
            "Activity/Trade Date, Transaction Date, Settlement Date,"
                    + " Activity Type, Description, Symbol, Cusip, Quantity #, Price $, Amount $, Commission, [Fees], Category, Note");
    static final Format FORMAT = TableFormat.experimental("etrade", "E*TRADE", NEW, Etrade::sinceTheMerger);
    static final Format OLD_FORMAT = TableFormat.experimental("etrade-2023", "E*TRADE", OLD, Etrade::before);

    private static final Actions ACTIONS = Actions.of("""
            Bought                                      | BUY
            Sold                                        | SELL
            Bought To Open                              | BUY OPENS
            Sold To Open, Sold Short                    | SELL OPENS
            Bought To Cover, Bought To Close            | BUY CLOSES
            Sold To Close                               | SELL CLOSES
            Option Assigned, Option Assignment          | ASSIGNED CLOSES
            Option Exercised, Option Exercise           | EXERCISED CLOSES
            Option Expired, Option Expiration           | EXPIRED
            Dividend, Qualified Dividend, Capital Gain  | DIVIDEND
            Reinvestment                                | BUY
            Interest, Interest Income, Margin Interest  | INTEREST
            Tax Withheld                                | WITHHOLDING
            Fee, Service Fee                            | FEE
            Online Transfer, Wire, Deposit, Withdrawal  | DEPOSIT/WITHDRAWAL
            Adjustment, Journal                         | JOURNAL
            Exchange Delivered Out, Exchange Received In | refused: an exchange, whose terms the file does not tell
            """);
    private static final String ACCOUNT = "For Account:";
    private static final String ACTIVITY = "Account Activity for ";
    private static final String TOTAL = "Total:";

    /** What the columns are called. */
    private record Titles(String day, String posted, String type, String quantity, String price, String amount) {}

    private final Titles titles;
    private final InstrumentReader instruments = new InstrumentReader(Notation.ETRADE);
    private final InstrumentReader described = new InstrumentReader(Notation.DESCRIPTION);
    private final FileTotal total;
    private String account = "";

    private Etrade(Remarks remarks, Columns columns, Titles titles) {
        super(columns);
        this.titles = titles;
        total = new FileTotal(remarks);
    }

    private static Etrade before(Remarks remarks) {
        Titles titles =
                new Titles("TransactionDate", "TransactionDate", "TransactionType", "Quantity", "Price", "Amount");
        return new Etrade(remarks, OLD, titles);
    }

    private static Etrade sinceTheMerger(Remarks remarks) {
        Titles titles = new Titles(
                "Activity/Trade Date", "Transaction Date", "Activity Type", "Quantity #", "Price $", "Amount $");
        return new Etrade(remarks, NEW, titles);
    }

    @Override
    Verdict before(Row row) {
        String first = row.cell(0);
        if (first.equals(TOTAL)) {
            total.stated(row, 1);
            return new Verdict.Ignored("total");
        }
        if (first.equals(ACCOUNT)) {
            account = row.cell(1);
        } else if (first.startsWith(ACTIVITY)) {
            account = number(first);
        } else if (!first.endsWith("Activity Types")) {
            return super.before(row);
        }
        return new Verdict.Ignored("title");
    }

    /** {@code -1847} in {@code Account Activity for Name -1847 from Current Year}. */
    private static String number(String title) {
        int end = title.indexOf(" from ");
        int start = title.lastIndexOf(" -", end);
        return end < 0 || start < 0 ? "" : title.substring(start + 1, end);
    }

    @Override
    String aside(Row row) {
        return row.size() == 1 && Dates.US.parse(row.cell(0)) == null ? "disclaimer" : "";
    }

    @Override
    Verdict line(Fields fields) {
        return ACTIONS.judge(fields, titles.type, takes -> taken(fields, takes));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        Money amount = fields.money(titles.amount, takes.action());
        LocalDate effective = fields.date(titles.day, Dates.US);
        BigDecimal units = fields.numberOrZero(titles.quantity);
        Action action = takes.action(amount, units);
        total.add(amount);
        return new Draft(fields.row(), action, effective)
                .posted(fields.dateOr(titles.posted, Dates.US, effective))
                .account(account)
                .effect(takes.effect())
                .of(instrument(fields, action))
                .units(units)
                .price(fields.priceOrNull(titles.price))
                .amount(amount)
                .fees(fields.moneyOrZero("Commission").plus(fields.moneyOrZero("Fees")))
                .feesHiddenInAmount()
                .text(fields.text(titles.type) + " " + fields.text("Description"))
                .taken();
    }

    /** The newer file names an option in the description only. */
    private @Nullable Instrument instrument(Fields fields, Action action) {
        boolean ofMoney = action == Action.INTEREST || action == Action.FEE || action == Action.JOURNAL;
        if (ofMoney || fields.isBlank("Symbol")) {
            return null;
        }
        Instrument option = described.read(fields.text("Description"));
        return option == null || titles.day.equals("TransactionDate")
                ? fields.instrument("Symbol", instruments)
                : option;
    }

    @Override
    public void end() {
        total.check();
    }
}
