package io.alluse.absorption;

import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What leaves one account for another (docs/rules.md 7.2).
 *
 * @param raised buckets that become CASH first
 * @param content balances as they arrive, debits minus credits, none of them zero
 * @param base what its base goes down by
 * @param first the number of the first of its transfers among those of the event
 */
public record Parcel(
        AccountHead from,
        LocalDate date,
        Map<LedgerAccount, Money> raised,
        Map<LedgerAccount, Money> content,
        List<Piece> pieces,
        Money base,
        int first) {

    private static final Set<LedgerAccount> BUCKETS = EnumSet.of(
            LedgerAccount.BUFFER,
            LedgerAccount.ALLOCATED_CONTRACTS,
            LedgerAccount.ALLOCATED_SHARES,
            LedgerAccount.ALLOCATED_LEAPS);
    private static final Set<LedgerAccount> AS_THEMSELVES = EnumSet.of(
            LedgerAccount.TAX_RESERVE,
            LedgerAccount.SECURITIES,
            LedgerAccount.SHORT_OPTIONS,
            LedgerAccount.TAX_PAYABLE);

    public Parcel {
        raised = sorted(raised);
        content = sorted(content);
        pieces = List.copyOf(pieces);
    }

    private static Map<LedgerAccount, Money> sorted(Map<LedgerAccount, Money> amounts) {
        Map<LedgerAccount, Money> sorted = new EnumMap<>(LedgerAccount.class);
        amounts.forEach((account, amount) -> {
            if (!amount.isZero()) {
                sorted.put(account, amount);
            }
        });
        return Collections.unmodifiableMap(sorted);
    }

    /** Everything: afterwards nothing is left but results and history. */
    public static Parcel whole(AccountHead from, List<Piece> pieces, LocalDate date) {
        mustAgree(LedgerAccount.SECURITIES, from, pieces);
        mustAgree(LedgerAccount.SHORT_OPTIONS, from, pieces);
        return everything(from, pieces, date);
    }

    /** The same as far as the ledger knows it: for those who decide, and do not move lots. */
    public static Parcel ofMoney(AccountHead from, LocalDate date) {
        return everything(from, List.of(), date);
    }

    private static Parcel everything(AccountHead from, List<Piece> pieces, LocalDate date) {
        Map<LedgerAccount, Money> raised = new EnumMap<>(LedgerAccount.class);
        Money cash = from.balances().of(LedgerAccount.CASH);
        for (LedgerAccount bucket : BUCKETS) {
            raised.put(bucket, from.balances().of(bucket));
            cash = cash.plus(from.balances().of(bucket));
        }
        Map<LedgerAccount, Money> content = new EnumMap<>(LedgerAccount.class);
        content.put(LedgerAccount.CASH, cash);
        AS_THEMSELVES.forEach(account -> content.put(account, from.balances().of(account)));
        return new Parcel(from, date, raised, content, pieces, from.base(), 1);
    }

    private static void mustAgree(LedgerAccount account, AccountHead from, List<Piece> pieces) {
        Money lots = cost(account, pieces);
        if (!lots.equals(from.balances().of(account))) {
            throw new IllegalStateException(from.chain().code() + " cannot be moved: its lots come to "
                    + account.natural(lots) + " " + account + ", its ledger says "
                    + from.balances().natural(account));
        }
    }

    private static Money cost(LedgerAccount account, List<Piece> pieces) {
        boolean written = account == LedgerAccount.SHORT_OPTIONS;
        return pieces.stream()
                .filter(piece -> piece.lot().isWritten() == written)
                .map(Piece::cost)
                .reduce(Money.ZERO, Money::plus);
    }

    /** So much of its CASH, and all it has of these instruments; what goes above its base is surplus. */
    public static Parcel part(
            AccountHead from, List<Piece> all, Money cash, Set<Instrument> positions, LocalDate date) {
        List<Piece> pieces = all.stream()
                .filter(piece -> positions.contains(piece.instrument()))
                .toList();
        Parcel parcel = of(from, pieces, cash, Money.ZERO, date);
        Money base = from.base().min(parcel.received().max(Money.ZERO));
        return of(from, pieces, cash, base, date);
    }

    private static Parcel of(AccountHead from, List<Piece> pieces, Money cash, Money base, LocalDate date) {
        Map<LedgerAccount, Money> content = new EnumMap<>(LedgerAccount.class);
        content.put(LedgerAccount.CASH, cash);
        for (LedgerAccount held : List.of(LedgerAccount.SECURITIES, LedgerAccount.SHORT_OPTIONS)) {
            content.put(held, cost(held, pieces));
        }
        return new Parcel(from, date, Map.of(), content, pieces, base, 1);
    }

    /** Net worth at cost, as it arrives. */
    public Money received() {
        return content.values().stream().reduce(Money.ZERO, Money::plus);
    }

    /** By what the base of the one who receives it goes up: that does not become negative. */
    public Money baseReceived(Money baseBefore) {
        return received().max(baseBefore.negated());
    }

    /** Which event it is: lots that move name it as the line that closed or opened them. */
    String line() {
        return from.chain().code() + "/" + (from.chain().lastNo() + 1);
    }

    String lotLine(Lot lot) {
        return line() + "/lot" + lot.no();
    }

    /** What its short puts bind from now on where they are. */
    Money bound() {
        return pieces.stream().map(piece -> opened(piece, 1).bound()).reduce(Money.ZERO, Money::plus);
    }

    /** The lot that a piece becomes. */
    Lot opened(Piece piece, int no) {
        Lot lot = piece.lot();
        return new Lot(
                no,
                lot.instrument(),
                date,
                lot.acquired(),
                piece.quantity(),
                piece.cost(),
                piece.quantity(),
                piece.cost(),
                lotLine(lot));
    }

    Stream<Lot> lots() {
        return pieces.stream().map(Piece::lot).distinct();
    }
}
