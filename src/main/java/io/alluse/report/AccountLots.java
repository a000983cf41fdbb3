package io.alluse.report;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Term;
import io.alluse.instrument.OptionContract;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The lots of an account, and what the ledger says they come to.
 *
 * @param asOf the day at whose end they were so; none for what is kept now
 * @param today by which holding periods are counted where no day is given
 * @param lots by number, closed ones as well
 * @param closings what closed them until then, by the number of the lot
 * @param reshaped of a past day: lots that another event has changed since they were opened, shown as they became
 * @param ledger SECURITIES and SHORT_OPTIONS then, with their natural signs
 */
public record AccountLots(
        String account,
        @Nullable LocalDate asOf,
        LocalDate today,
        List<Lot> lots,
        Map<Integer, List<Closing>> closings,
        List<Lot> reshaped,
        Map<LedgerAccount, Money> ledger) {

    /** The two accounts that open lots add up to. */
    public static final List<LedgerAccount> HELD_IN = List.of(LedgerAccount.SECURITIES, LedgerAccount.SHORT_OPTIONS);

    public AccountLots {
        lots = List.copyOf(lots);
        closings = Map.copyOf(closings);
        reshaped = List.copyOf(reshaped);
        ledger = Map.copyOf(ledger);
    }

    public List<Lot> open() {
        return lots.stream().filter(Lot::isOpen).toList();
    }

    /** What the open lots come to, with the natural sign of the account. */
    public Money sum(LedgerAccount account) {
        boolean written = account == LedgerAccount.SHORT_OPTIONS;
        Money sum = lots.stream()
                .filter(lot -> lot.isWritten() == written)
                .map(Lot::openCost)
                .reduce(Money.ZERO, Money::plus);
        return account.natural(sum);
    }

    public Money ledger(LedgerAccount account) {
        return Objects.requireNonNull(ledger.get(account));
    }

    /** By how much the ledger says more than the lots come to: zero, unless something is wrong. */
    public Money difference(LedgerAccount account) {
        return ledger(account).minus(sum(account));
    }

    /** What a sale on the day in question would be. */
    public Term term(Lot lot) {
        return lot.isShort() ? Term.SHORT : Term.of(lot.acquired(), asOf == null ? today : asOf);
    }

    /** An option whose day is over, while no line has said how it ended. */
    public boolean hasExpired(Lot lot) {
        return lot.isOpen()
                && lot.instrument() instanceof OptionContract option
                && option.expiry().isBefore(asOf == null ? today : asOf);
    }

    /** By date. */
    public List<Closing> closings(Lot lot) {
        return closings.getOrDefault(lot.no(), List.of());
    }

    /** Of disposals; what went into shares or to another account is no gain yet. */
    public Money gain(Lot lot) {
        return closings(lot).stream()
                .filter(closing -> closing.how().isDisposal())
                .map(Closing::gain)
                .reduce(Money.ZERO, Money::plus);
    }
}
