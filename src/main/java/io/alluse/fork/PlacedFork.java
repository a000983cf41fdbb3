package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.ForkCodes;
import io.alluse.account.Forked;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Part;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Posting;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.NewFork;
import io.alluse.sweep.Decision.Post;
import io.alluse.sweep.TurnJob.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A fork, and the ids of what it opens: all that carrying it out writes. */
record PlacedFork(Due due, @Nullable AccountId main, List<AccountId> children) {

    PlacedFork {
        children = List.copyOf(children);
    }

    private ForkIntent intent() {
        return ForkIntent.of(due);
    }

    private AccountHead head() {
        return due.view().head();
    }

    private AccountId parent() {
        return head().chain().account();
    }

    private LocalDate date() {
        return intent().date().date();
    }

    String code() {
        return intent().code();
    }

    Fork fork() {
        return intent().fork();
    }

    String parentCode() {
        return head().chain().code();
    }

    /** The business date is its ref: the database itself takes no second one. */
    Posting paid() {
        Post post = due.candidate().post();
        return new Posting(
                head().chain(),
                ForkPostings.RULE,
                date().toString(),
                intent().date(),
                date(),
                post.kind(),
                due.view().policy().hash(),
                post.baseChange(),
                post.movements(),
                post.effects().announcements(),
                post.effects().state(),
                post.detail());
    }

    List<Posting> received() {
        List<Posting> received = new ArrayList<>(children.size());
        for (int i = 0; i < children.size(); i++) {
            received.add(ForkPostings.child(due.view(), intent(), i, children.get(i)));
        }
        return received;
    }

    Stream<Forked.Main> mains() {
        return main == null
                ? Stream.empty()
                : Stream.of(new Forked.Main(main, code(), date(), parent(), fork().amount()));
    }

    Stream<Forked.Account> accounts() {
        List<Forked.Account> accounts = new ArrayList<>(children.size());
        for (int i = 0; i < children.size(); i++) {
            Part part = fork().parts().get(i);
            accounts.add(new Forked.Account(
                    children.get(i),
                    ForkCodes.child(code(), part.tier()),
                    part.tier(),
                    date(),
                    parent(),
                    intent().facts().nextNo(),
                    Objects.requireNonNull(intent().facts().place()).mapping()));
        }
        return accounts.stream();
    }

    NewFork kept() {
        List<NewFork.Child> received = new ArrayList<>(children.size());
        for (int i = 0; i < children.size(); i++) {
            Part part = fork().parts().get(i);
            received.add(new NewFork.Child(
                    children.get(i),
                    part.amount(),
                    part.amount().isZero() ? null : ForkPostings.transfer(head().chain(), i)));
        }
        return new NewFork(
                parent(),
                intent().facts().nextNo(),
                date(),
                head().chain().lastNo() + 1,
                due.view().policy().hash(),
                fork().amount(),
                fork().baseChange(),
                main,
                decision(),
                intent().awaits() ? ForkState.AWAITING : ForkState.DONE,
                intent().validation().toString(),
                received);
    }

    /** The scored decision that it carries out. */
    @Nullable
    Long decision() {
        Standing standing = intent().facts().standing();
        return standing == null ? null : standing.id();
    }
}
