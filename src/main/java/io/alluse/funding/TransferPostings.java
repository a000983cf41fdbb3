package io.alluse.funding;

import io.alluse.audit.Act;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import java.util.List;

/** The two events of a transfer: one movement in each chain through TRANSFERS, and the same base leaving here and arriving there. */
final class TransferPostings {

    static final String RULE = "transfer";

    private final Party from;
    private final Party to;
    private final Money amount;
    private final Act act;

    TransferPostings(Party from, Party to, Money amount, Act act) {
        this.from = from;
        this.to = to;
        this.amount = amount;
        this.act = act;
    }

    /** By the payer's code and the number of its event. */
    String id() {
        return from.code() + "/" + (from.head().chain().lastNo() + 1);
    }

    /** What the sender has beyond its base is surplus there, and surplus where it arrives. */
    private Money base() {
        return from.head().base().min(amount);
    }

    Posting sending(PolicyHash policy) {
        return posting(
                from,
                policy,
                base().negated(),
                new Movement(LedgerAccount.CASH, LedgerAccount.TRANSFERS, amount, day(), id(), null),
                Direction.OUT);
    }

    Posting receiving(PolicyHash policy) {
        return posting(
                to,
                policy,
                base(),
                new Movement(LedgerAccount.TRANSFERS, LedgerAccount.CASH, amount, day(), id(), null),
                Direction.IN);
    }

    private LocalDate day() {
        return act.date().date();
    }

    private Posting posting(Party party, PolicyHash policy, Money base, Movement movement, Direction direction) {
        return new Posting(
                party.head().chain(),
                RULE,
                id(),
                act.date(),
                day(),
                EventKind.TRANSFERRED,
                policy,
                base,
                List.of(movement),
                announced(direction),
                null,
                act.detail().put("from", from.code()).put("to", to.code()));
    }

    /** Accounts that share a brokerage account: at the broker nothing moves. */
    private List<Announcement> announced(Direction direction) {
        return switch (from.account().mapping()) {
            case PER_ACCOUNT -> List.of(new Announcement.Cash(direction, amount, day()));
            case PER_MAIN -> List.of();
        };
    }
}
