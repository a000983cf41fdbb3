package io.alluse.absorption;

import io.alluse.instrument.Instrument;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.text.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a parcel does to the chain it leaves and to the one it arrives in: the same transfers, seen from either side (docs/rules.md 7.2). */
public final class ParcelPostings {

    private ParcelPostings() {}

    /** What is not CASH becomes it first; then each balance leaves by a transfer of its own, what is owed as well. */
    public static List<Movement> leaving(Parcel parcel) {
        List<Movement> movements = new ArrayList<>();
        parcel.raised()
                .forEach((bucket, amount) -> movements.add(
                        amount.isPositive()
                                ? Movement.of(bucket, LedgerAccount.CASH, amount, parcel.date())
                                : Movement.of(LedgerAccount.CASH, bucket, amount.negated(), parcel.date())));
        transfers(parcel, true, movements);
        return movements;
    }

    public static List<Movement> arriving(Parcel parcel) {
        List<Movement> movements = new ArrayList<>();
        transfers(parcel, false, movements);
        return movements;
    }

    private static void transfers(Parcel parcel, boolean leaves, List<Movement> movements) {
        int part = parcel.first();
        for (Map.Entry<LedgerAccount, Money> one : parcel.content().entrySet()) {
            boolean pays = one.getValue().isPositive() == leaves;
            movements.add(new Movement(
                    pays ? one.getKey() : LedgerAccount.TRANSFERS,
                    pays ? LedgerAccount.TRANSFERS : one.getKey(),
                    one.getValue().abs(),
                    parcel.date(),
                    parcel.line() + "/" + part,
                    null));
            part++;
        }
    }

    /** What the broker of the account that is left has still to do; nothing where both share a brokerage account. */
    public static List<Announcement> announcedLeaving(Parcel parcel, boolean shared) {
        return shared ? List.of() : announced(parcel, Direction.OUT, Direction.IN);
    }

    public static List<Announcement> announcedArriving(Parcel parcel, boolean shared) {
        return shared ? List.of() : announced(parcel, Direction.IN, Direction.OUT);
    }

    /** One sum of money, and each instrument; what is owed goes the other way. */
    private static List<Announcement> announced(Parcel parcel, Direction owned, Direction owed) {
        List<Announcement> announced = new ArrayList<>();
        Money cash = amount(parcel, LedgerAccount.CASH).plus(amount(parcel, LedgerAccount.TAX_RESERVE));
        if (!cash.isZero()) {
            announced.add(new Announcement.Cash(cash.isPositive() ? owned : owed, cash.abs(), parcel.date()));
        }
        quantities(parcel)
                .forEach((instrument, quantity) -> announced.add(new Announcement.Instrument(
                        quantity.signum() > 0 ? owned : owed, instrument.canonical(), quantity.abs(), parcel.date())));
        return announced;
    }

    private static Money amount(Parcel parcel, LedgerAccount account) {
        return parcel.content().getOrDefault(account, Money.ZERO);
    }

    private static Map<Instrument, BigDecimal> quantities(Parcel parcel) {
        Map<Instrument, BigDecimal> quantities = new LinkedHashMap<>();
        parcel.pieces().forEach(piece -> quantities.merge(piece.instrument(), piece.quantity(), BigDecimal::add));
        return quantities;
    }

    /** For the event of either side. */
    public static Json detail(Parcel parcel) {
        Json amounts = Json.canonical();
        parcel.content()
                .forEach((account, amount) ->
                        amounts.put(account.column(), account.natural(amount).canonical()));
        return Json.canonical()
                .put("base", parcel.base().canonical())
                .put("content", amounts)
                .put("from", parcel.from().chain().code())
                .put("received", parcel.received().canonical());
    }
}
