package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.ForkCodes;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Part;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.Effects;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From a fork to the event of the parent and the first events of its children (docs/rules.md 6.3). */
final class ForkPostings {

    static final String RULE = "fork-sweep";

    private ForkPostings() {}

    /** The transfer by which a part is paid: payer, the number of its event, and which of its parts. */
    static String transfer(ChainHead parent, int part) {
        return parent.code() + "/" + (parent.lastNo() + 1) + "/" + (part + 1);
    }

    static Post parent(AccountView view, ForkIntent intent) {
        Fork fork = intent.fork();
        LocalDate date = intent.date().date();
        List<Movement> movements = paid(view.head(), fork, date);
        return new Post(
                EventKind.FORKED,
                fork.baseChange(),
                movements,
                detail(intent),
                new Effects(intent.awaits() ? AccountState.FORKING : null, leaving(intent, date), List.of()));
    }

    /** What is not cash becomes cash first; each part leaves as a transfer of its own. */
    private static List<Movement> paid(AccountHead head, Fork fork, LocalDate date) {
        List<Movement> movements = new ArrayList<>();
        fork.payment()
                .raised()
                .forEach((bucket, amount) -> movements.add(Movement.of(bucket, LedgerAccount.CASH, amount, date)));
        for (int i = 0; i < fork.parts().size(); i++) {
            Money amount = fork.parts().get(i).amount();
            if (amount.isPositive()) {
                movements.add(new Movement(
                        LedgerAccount.CASH, LedgerAccount.TRANSFERS, amount, date, transfer(head.chain(), i), null));
            }
        }
        return movements;
    }

    /** To accounts that share a brokerage account the money leaves as one sum. */
    private static List<Announcement> leaving(ForkIntent intent, LocalDate date) {
        Fork fork = intent.fork();
        if (intent.facts().isShared(fork.opensMain())) {
            return List.of();
        }
        boolean asOneSum =
                intent.facts().place() != null && intent.facts().place().mapping() == Mapping.PER_MAIN;
        List<Money> sums = asOneSum
                ? List.of(fork.amount())
                : fork.parts().stream()
                        .map(Part::amount)
                        .filter(Money::isPositive)
                        .toList();
        return sums.stream()
                .<Announcement>map(amount -> new Announcement.Cash(Direction.OUT, amount, date))
                .toList();
    }

    private static Json detail(ForkIntent intent) {
        Fork fork = intent.fork();
        List<Json> children = fork.parts().stream()
                .map(part -> Json.canonical()
                        .put("amount", part.amount().canonical())
                        .put("buffer", part.buffer().canonical())
                        .put("code", ForkCodes.child(intent.code(), part.tier())))
                .toList();
        return Json.canonical()
                .put("amount", fork.amount().canonical())
                .put("baseBefore", fork.baseBefore().canonical())
                .put("children", children)
                .put("fork", intent.code())
                .put("netWorth", fork.netWorth().canonical())
                .put("opens", fork.opensMain() ? "main account" : "accounts")
                .put("threshold", fork.threshold().canonical())
                .put("validation", intent.validation());
    }

    /** Of what the parent and the new accounts come to. */
    static Json validation(AccountHead head, Fork fork, LocalDate date) {
        return ForkValidation.of(head, fork, paid(head, fork, date), childMovements(head, fork, date));
    }

    private static List<List<Movement>> childMovements(AccountHead parent, Fork fork, LocalDate date) {
        List<List<Movement>> children = new ArrayList<>();
        for (int i = 0; i < fork.parts().size(); i++) {
            children.add(received(fork.parts().get(i), transfer(parent.chain(), i), date));
        }
        return children;
    }

    /** The first event of the account that receives this part. */
    static Posting child(AccountView view, ForkIntent intent, int part, AccountId id) {
        LocalDate date = intent.date().date();
        Part received = intent.fork().parts().get(part);
        return new Posting(
                ChainHead.start(id, ForkCodes.child(intent.code(), received.tier())),
                RULE,
                intent.code(),
                intent.date(),
                date,
                EventKind.OPENED,
                view.policy().hash(),
                received.amount(),
                received(intent, part),
                arriving(intent, received, date),
                intent.awaits() ? AccountState.SAFE : AccountState.ACTIVE,
                Json.canonical()
                        .put("buffer", received.buffer().canonical())
                        .put("bufferRate", view.policy().buffer().toString())
                        .put("fork", intent.code())
                        .put("parent", view.head().chain().code()));
    }

    /** What moves on the account that receives this part. */
    static List<Movement> received(ForkIntent intent, int part) {
        return received(
                intent.fork().parts().get(part),
                transfer(intent.parent(), part),
                intent.date().date());
    }

    private static List<Movement> received(Part part, @Nullable String transfer, LocalDate date) {
        List<Movement> movements = new ArrayList<>(2);
        if (part.amount().isPositive()) {
            movements.add(
                    new Movement(LedgerAccount.TRANSFERS, LedgerAccount.CASH, part.amount(), date, transfer, null));
        }
        if (part.buffer().isPositive()) {
            movements.add(Movement.of(LedgerAccount.CASH, LedgerAccount.BUFFER, part.buffer(), date));
        }
        return movements;
    }

    private static List<Announcement> arriving(ForkIntent intent, Part part, LocalDate date) {
        return part.amount().isZero() || intent.facts().isShared(intent.fork().opensMain())
                ? List.of()
                : List.of(new Announcement.Cash(Direction.IN, part.amount(), date));
    }
}
