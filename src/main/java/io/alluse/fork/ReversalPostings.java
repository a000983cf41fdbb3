package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Fork;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The compensating events of a fork: what its accounts hold goes back, and the parent's base stays as it is. */
record ReversalPostings(Fork fork, Map<AccountId, AccountHead> heads, Map<AccountId, Policy> policies, Word word) {

    static final String RULE = "fork-reverse";

    /** Who reverses it, why, and when. */
    record Word(String who, String reason, BusinessDay date) {}

    private LocalDate date() {
        return word.date().date();
    }

    /** What has left it at the broker already comes back there, which is announced. */
    Posting parent(List<Money> leftAtTheBroker) {
        AccountHead head = head(fork.parent());
        List<Movement> movements = new ArrayList<>();
        for (Fork.Child child : fork.children()) {
            if (child.received().isPositive()) {
                movements.add(new Movement(
                        LedgerAccount.TRANSFERS, LedgerAccount.CASH, child.received(), date(), transfer(child), null));
            }
        }
        List<Announcement> back = leftAtTheBroker.stream()
                .<Announcement>map(amount -> new Announcement.Cash(Direction.IN, amount, date()))
                .toList();
        AccountState after = head.state() == AccountState.FORKING ? AccountState.ACTIVE : null;
        return posting(head, Money.ZERO, movements, back, after);
    }

    Posting child(Fork.Child child) {
        AccountHead head = head(child.account());
        Money buffer = head.balances().of(LedgerAccount.BUFFER);
        List<Movement> movements = new ArrayList<>();
        if (buffer.isPositive()) {
            movements.add(Movement.of(LedgerAccount.BUFFER, LedgerAccount.CASH, buffer, date()));
        }
        if (child.received().isPositive()) {
            movements.add(new Movement(
                    LedgerAccount.CASH, LedgerAccount.TRANSFERS, child.received(), date(), transfer(child), null));
        }
        return posting(head, head.base().negated(), movements, List.of(), AccountState.CLOSED);
    }

    private String transfer(Fork.Child child) {
        return child.code() + "/" + (head(child.account()).chain().lastNo() + 1) + "/1";
    }

    private AccountHead head(AccountId id) {
        return Objects.requireNonNull(heads.get(id));
    }

    private Posting posting(
            AccountHead head,
            Money baseChange,
            List<Movement> movements,
            List<Announcement> announcements,
            @Nullable AccountState state) {
        return new Posting(
                head.chain(),
                RULE,
                fork.code(),
                word.date(),
                date(),
                EventKind.REVERSED,
                Objects.requireNonNull(policies.get(head.chain().account())).hash(),
                baseChange,
                movements,
                announcements,
                state,
                Json.canonical()
                        .put("fork", fork.code())
                        .put("reason", word.reason())
                        .put("who", word.who()));
    }
}
