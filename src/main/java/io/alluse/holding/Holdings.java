package io.alluse.holding;

import io.alluse.activity.Activity;
import io.alluse.holding.Taken.Moved;
import io.alluse.holding.Taken.Refused;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.LedgerAccount;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What one account holds, while its activities are taken one after the other, in the order of {@link DayOrder}. A position is first in
 * first out; a trade that closes more than is held opens the rest the other way (docs/rules.md 9.2).
 */
public final class Holdings {

    private final Book book;
    private final Deliveries deliveries = new Deliveries();
    private final Trades trades;
    private final OptionEnds ends;
    private final Transfers transfers;
    private final CorporateActions corporate;

    private Holdings(HoldingsStart start) {
        book = new Book(start);
        trades = new Trades(book, deliveries);
        ends = new OptionEnds(book, deliveries);
        transfers = new Transfers(book, start.outgoing());
        corporate = new CorporateActions(book);
    }

    public static Holdings of(HoldingsStart start) {
        return new Holdings(start);
    }

    /** Changes lots and running balances, or refuses and changes nothing. */
    public Taken take(Activity activity, String line) {
        book.begin(activity, line);
        String refusal = refusal(activity);
        return refusal == null
                ? new Moved(book.purse().movements(), book.purse().baseChange(), book.note())
                : new Refused(refusal);
    }

    private @Nullable String refusal(Activity activity) {
        return switch (activity.action()) {
            case BUY, SELL, EXPIRED, CASH_SETTLED, ASSIGNED, EXERCISED -> ofInstrument(activity);
            case SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF, CASH_IN_LIEU, RETURN_OF_CAPITAL -> ofInstrument(activity);
            case TRANSFER -> activity.quantity().signum() == 0 ? money(activity) : ofInstrument(activity);
            case DEPOSIT, WITHDRAWAL, JOURNAL -> money(activity);
            case DIVIDEND -> result(activity, LedgerAccount.DIVIDENDS);
            case INTEREST -> result(activity, LedgerAccount.INTEREST);
            case FEE -> result(activity, LedgerAccount.FEES);
            case WITHHOLDING -> result(activity, LedgerAccount.TAXES);
        };
    }

    private @Nullable String ofInstrument(Activity activity) {
        Instrument instrument = activity.instrument();
        if (instrument == null) {
            return "the line does not say of what it is a " + name(activity);
        }
        Instrument became = activity.became();
        return switch (activity.action()) {
            case BUY, SELL -> trades.take(activity, instrument);
            case EXPIRED, CASH_SETTLED -> ends.end(activity, instrument);
            case ASSIGNED, EXERCISED -> ends.deliver(activity, instrument);
            case TRANSFER -> transfers.inKind(activity, instrument);
            case SPLIT -> corporate.split(activity, instrument);
            case SYMBOL_CHANGE ->
                became == null
                        ? "the line does not say what " + instrument + " is called now"
                        : corporate.exchange(activity, instrument, became);
            case MERGER ->
                became == null
                        ? corporate.redeem(activity, instrument)
                        : corporate.exchange(activity, instrument, became);
            case SPIN_OFF -> corporate.spinOff(activity, instrument, became);
            case CASH_IN_LIEU -> corporate.cashInLieu(activity, instrument);
            case RETURN_OF_CAPITAL -> corporate.returnCapital(activity, instrument);
            case DIVIDEND, WITHHOLDING, INTEREST, FEE, DEPOSIT, WITHDRAWAL, JOURNAL ->
                throw new IllegalArgumentException(activity.action() + " needs no instrument");
        };
    }

    private @Nullable String money(Activity activity) {
        transfers.money(activity.amount());
        return null;
    }

    /** Earned or spent by holding; a negative amount takes back what was paid, or is a charge. */
    private @Nullable String result(Activity activity, LedgerAccount account) {
        book.purse().move(account, LedgerAccount.CASH, activity.amount());
        return null;
    }

    private static String name(Activity activity) {
        return activity.action().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What is open of an instrument now, in the order in which it will be closed. */
    public List<Lot> open(Instrument instrument) {
        return book.open(instrument);
    }

    /** Since the beginning; every option that was assigned or exercised must have had its shares. */
    public HoldingChanges changes() {
        if (!deliveries.isEmpty()) {
            throw new IllegalStateException("options were delivered whose shares did not follow: " + deliveries);
        }
        return book.changes();
    }
}
