package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.instrument.OptionContract;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fidelity's history of one account or of all, in every generation of its columns; newest first, no time. */
final class Fidelity extends TableReader {

    private static final Columns COLUMNS = Columns.of("""
            Run Date, [Account], [Account Number], Action, Symbol, Description|Security Description, Type|Security Type,
            [Exchange Quantity], [Exchange Currency], [Currency], Price|Price ($), Quantity, [Exchange Rate],
            Commission|Commission ($), Fees|Fees ($), Accrued Interest|Accrued Interest ($), Amount|Amount ($),
            [Cash Balance|Cash Balance ($)], Settlement Date
            """);
    static final Format FORMAT =
            TableFormat.of("fidelity", "Fidelity", COLUMNS, Fidelity::new).readTwice();

    private static final Actions ACTIONS = Actions.of("""
            YOU BOUGHT OPENING TRANSACTION*                             | BUY OPENS
            YOU SOLD OPENING TRANSACTION*, YOU SOLD SHORT*              | SELL OPENS
            YOU BOUGHT CLOSING TRANSACTION*, YOU BOUGHT SHORT COVER*    | BUY CLOSES
            YOU SOLD CLOSING TRANSACTION*                               | SELL CLOSES
            YOU BOUGHT ASSIGNED*                                        | BUY OF_ASSIGNMENT
            YOU SOLD ASSIGNED*                                          | SELL OF_ASSIGNMENT
            YOU BOUGHT EXERCISED*                                       | BUY OF_EXERCISE
            YOU SOLD EXERCISED*                                         | SELL OF_EXERCISE
            YOU BOUGHT*, REINVESTMENT*                                  | BUY
            YOU SOLD*, REDEMPTION PAYOUT*                               | SELL
            ASSIGNED*                                                   | ASSIGNED CLOSES
            EXERCISED*                                                  | EXERCISED CLOSES
            EXPIRED*                                                    | EXPIRED CLOSES
            DIVIDEND RECEIVED*, LONG-TERM CAP GAIN*, SHORT-TERM CAP GAIN* | DIVIDEND
            FOREIGN TAX PAID*, NON-RESIDENT TAX*                        | WITHHOLDING
            INTEREST EARNED*, MUNI EXEMPT INT*, MARGIN INTEREST*        | INTEREST
            FEE CHARGED*, ADVISORY FEE*, FOREIGN CUSTODY FEE*           | FEE
            ELECTRONIC FUNDS TRANSFER*, DIRECT DEPOSIT*, DIRECT DEBIT*  | DEPOSIT/WITHDRAWAL
            CHECK RECEIVED*, CHECK PAID*, WIRE TRANSFER*, BILL PAYMENT* | DEPOSIT/WITHDRAWAL
            PARTIC CONTR*, CASH CONTRIBUTION*                           | DEPOSIT/WITHDRAWAL
            TRANSFERRED FROM*, TRANSFERRED TO*, JOURNALED*              | JOURNAL
            TRANSFER OF ASSETS*                                         | JOURNAL
            DISTRIBUTION SPINOFF*                                       | refused: a spin-off, of which the file does not tell what it came from
            DISTRIBUTION*                                               | SPLIT
            REVERSE SPLIT*, NAME CHANGE*                                | SYMBOL_CHANGE
            MERGER*                                                     | MERGER
            IN LIEU OF FRX SHARE*                                       | CASH_IN_LIEU
            RETURN OF CAPITAL*                                          | RETURN_OF_CAPITAL
            """);

    /** Told in two rows. */
    private static final Set<String> EXCHANGES = Set.of("REVERSE SPLIT", "NAME CHANGE", "MERGER");

    /** The funds in which Fidelity keeps cash: in and out of them moves nothing. */
    private static final Set<String> CORE = Set.of("SPAXX", "FDRXX", "FZFXX", "FCASH", "QPIFQ", "CORE", "CASH");

    private static final String AS_OF = "as of ";
    private static final String SHARES = " SHS)";

    private final InstrumentReader instruments = new InstrumentReader(Notation.FIDELITY);
    private final Exchanges exchanges = new Exchanges();
    private final BalanceColumn balances;

    private Fidelity(Remarks remarks) {
        super(COLUMNS);
        balances = new BalanceColumn(remarks);
    }

    /** Such as {@code Brokerage}. */
    @Override
    Verdict before(Row row) {
        return row.size() == 1 ? new Verdict.Ignored("title") : super.before(row);
    }

    @Override
    String aside(Row row) {
        return row.size() > 1 || Dates.US.parse(row.cell(0)) != null
                ? ""
                : row.cell(0).startsWith("Date downloaded") ? "date of the download" : "disclaimer";
    }

    /** Both rows of an exchange, before either is judged. */
    @Override
    void look(Fields fields) {
        Instrument instrument = instruments.read(fields.text("Symbol"));
        BigDecimal quantity = Numbers.parse(fields.text("Quantity"));
        if (instrument != null && quantity != null && isExchange(fields)) {
            exchanges.look(key(fields), fields, instrument, quantity, Money.ZERO);
        }
    }

    /** What is paid out in money takes one row. */
    private static boolean isExchange(Fields fields) {
        return EXCHANGES.stream().anyMatch(fields.text("Action")::startsWith) && fields.isBlank("Amount");
    }

    private static String key(Fields fields) {
        return account(fields) + " " + fields.text("Run Date") + " "
                + fields.text("Action").substring(0, 6);
    }

    @Override
    Verdict line(Fields fields) {
        if (isSweep(fields)) {
            balance(fields, Money.ZERO);
            return new Verdict.Ignored("sweep to or from the core fund");
        }
        return ACTIONS.judge(fields, "Action", takes -> taken(fields, takes));
    }

    private static boolean isSweep(Fields fields) {
        String symbol = fields.text("Symbol").replace("*", "");
        return CORE.contains(symbol)
                && (fields.text("Action").startsWith("REINVESTMENT")
                        || fields.text("Action").startsWith("YOU "));
    }

    private Verdict taken(Fields fields, Meaning.Takes takes) {
        mustBeDollars(fields);
        Money amount = fields.money("Amount", takes.action());
        BigDecimal quantity = fields.numberOrZero("Quantity");
        Action action = action(takes, amount, quantity);
        LocalDate run = fields.date("Run Date", Dates.US);
        Draft draft = new Draft(fields.row(), action, asOf(fields, run))
                .posted(run)
                .account(account(fields))
                .effect(takes.effect())
                .of(instrument(fields, action, quantity))
                .quantity(quantity)
                .price(fields.priceOrNull("Price"))
                .amount(amount)
                .fees(fields.moneyOrZero("Commission").plus(fields.moneyOrZero("Fees")))
                .text(fields.text("Action"));
        Verdict verdict = isExchange(fields) ? exchanges.verdict(key(fields), fields, "Action", draft) : draft.taken();
        balance(fields, amount);
        return verdict;
    }

    private static void mustBeDollars(Fields fields) {
        for (String title : List.of("Currency", "Exchange Currency")) {
            String currency = fields.text(title);
            if (!currency.isEmpty() && !currency.equals("USD")) {
                throw fields.refused(title, "USD", "another currency");
            }
        }
    }

    /** What is distributed is shares or money. */
    private static Action action(Meaning.Takes takes, Money amount, BigDecimal quantity) {
        Action action = takes.action(amount, quantity);
        return action == Action.SPLIT && quantity.signum() == 0 ? Action.DIVIDEND : action;
    }

    /** The day on which it happened stands in the text where it is another one. */
    private static LocalDate asOf(Fields fields, LocalDate run) {
        String action = fields.text("Action");
        int at = action.toLowerCase(Locale.ROOT).indexOf(AS_OF);
        if (at < 0) {
            return run;
        }
        int start = at + AS_OF.length();
        int blank = action.indexOf(' ', start);
        String day = blank < 0 ? action.substring(start) : action.substring(start, blank);
        LocalDate named = Dates.MONTH_NAME.parse(day);
        return named == null ? fields.date("Action", day, Dates.US) : named;
    }

    /** Older files name the account and its number in one column. */
    private static String account(Fields fields) {
        String number = fields.text("Account Number");
        String name = fields.text("Account");
        return fields.has("Account Number") ? number : name.substring(name.lastIndexOf(' ') + 1);
    }

    private @Nullable Instrument instrument(Fields fields, Action action, BigDecimal quantity) {
        boolean ofMoney = action == Action.DEPOSIT || (action == Action.INTEREST && quantity.signum() == 0);
        if (ofMoney || fields.isBlank("Symbol")) {
            return null;
        }
        Instrument instrument = fields.instrument("Symbol", instruments);
        return instrument instanceof OptionContract option ? option.withMultiplier(shares(fields, option)) : instrument;
    }

    /** {@code (100 SHS)} at the end of the description. */
    private static BigDecimal shares(Fields fields, OptionContract option) {
        String description = fields.text("Description");
        int end = description.lastIndexOf(SHARES);
        int start = description.lastIndexOf('(', end);
        if (end < 0 || start < 0) {
            return option.multiplier();
        }
        BigDecimal shares = fields.number("Description", description.substring(start + 1, end));
        if (shares.signum() <= 0) {
            throw fields.refused("Description", "the shares of a contract such as (100 SHS)", "none");
        }
        return shares;
    }

    private void balance(Fields fields, Money amount) {
        if (fields.has("Cash Balance")) {
            boolean known = Numbers.parse(fields.text("Cash Balance")) != null;
            Money balance = known ? fields.money("Cash Balance") : null;
            balances.row(fields, account(fields), fields.date("Run Date", Dates.US), amount, balance);
        }
    }

    @Override
    public void end() {
        balances.end();
    }
}
