package io.alluse.funding;

import io.alluse.account.AccountState;
import io.alluse.alert.AlertKind;
import io.alluse.alert.Raised;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.cover.Cover;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.LedgerAccount;
import io.alluse.lot.Held;
import io.alluse.split.Drift;
import io.alluse.split.TransferProposals;
import io.alluse.split.TransferProposals.Rest;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What alerts say, and the command that comes next. */
final class Told {

    private Told() {}

    /** What the run does about it; nothing where it does not act on the account. */
    static Cover coverOf(AccountHead head) {
        return switch (FundingRule.decide(head)) {
            case FundingDecision.Covered covered -> covered.cover();
            case FundingDecision.Debit debit -> debit.cover();
            case FundingDecision.Fine _ -> Cover.NONE;
            case FundingDecision.NotEligible _ -> new Cover(head.balances().of(LedgerAccount.CASH), List.of());
        };
    }

    static Raised marginDebit(AccountHead head, Cover cover) {
        String code = head.chain().code();
        String why = head.state() == AccountState.ACTIVE || head.state() == AccountState.FORKING
                ? "nothing is left to cover it; nothing is allocated"
                : "no rule covers it while the account is " + head.state();
        return new Raised(
                AlertKind.MARGIN_DEBIT,
                head.chain().account(),
                "cash is short by " + cover.debit().readable() + " and " + why,
                "alluse account history " + code);
    }

    static boolean isInSuspense(AccountHead head) {
        return !head.balances().of(LedgerAccount.SUSPENSE).isZero();
    }

    static Raised suspense(AccountHead head) {
        return new Raised(
                AlertKind.SUSPENSE,
                head.chain().account(),
                head.balances().of(LedgerAccount.SUSPENSE).readable() + " has left, and it allows no withdrawals",
                "alluse suspense resolve " + head.chain().code()
                        + " --as owner-withdrawal|returned|tax-payment --reason TEXT");
    }

    /** Where its last day is over. */
    static Optional<Raised> overdue(Late late, AccountView view, BusinessDay date) {
        LocalDate until = BusinessDays.after(late.dated(), view.policy().announceDays());
        if (!date.date().isAfter(until)) {
            return Optional.empty();
        }
        String way = late.direction() == Direction.IN ? " was to arrive" : " was to leave";
        return Optional.of(new Raised(
                AlertKind.ANNOUNCEMENT_OVERDUE,
                late.account(),
                late.key(),
                late.what() + way + " by " + until + " (event " + late.event() + "), and no statement shows it",
                "alluse statement announcements --overdue"));
    }

    /** The end of an option is told on the next business day at the latest. */
    static Optional<Raised> expired(AccountHead head, Held held, BusinessDay date) {
        if (!(held.instrument() instanceof OptionContract option)
                || held.quantity().signum() >= 0
                || !date.date().isAfter(BusinessDays.after(option.expiry(), 1))) {
            return Optional.empty();
        }
        return Optional.of(new Raised(
                AlertKind.OPTION_EXPIRED,
                head.chain().account(),
                option.canonical(),
                held.quantity().negate().toPlainString() + " " + option.canonical()
                        + " were written and have expired, and no statement says how they ended"
                        + (option.right() == Right.PUT ? "; they still bind money" : ""),
                "alluse account lots " + head.chain().code()));
    }

    static Raised drift(Family family, List<Drift.Part> drift, TransferProposals proposals) {
        String parts = drift.stream()
                .map(part -> part.tier() + " has " + part.has() + " instead of " + part.target())
                .collect(Collectors.joining(", "));
        String rests = proposals.rests().stream()
                .filter(rest -> rest.amount().isPositive())
                .map(Told::rest)
                .collect(Collectors.joining());
        return new Raised(
                AlertKind.DRIFT,
                family.main(),
                "more than " + family.policy().driftTolerance().value().toPlainString() + " points off its split: "
                        + parts + rests,
                proposals.transfers().isEmpty()
                        ? "alluse account list --main " + family.code()
                        : "alluse transfer list --account " + family.code());
    }

    private static String rest(Rest rest) {
        return "; " + rest.code() + " keeps " + rest.amount().readable() + " too much: " + rest.reason();
    }
}
