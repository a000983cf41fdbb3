package io.alluse.consolidation;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.Parcel;
import io.alluse.account.AccountId;
import io.alluse.audit.Act;
import io.alluse.intent.Intents;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Merges;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.sql.Session;
import java.util.List;

/** Moves what was agreed from one account to another, in the caller's transaction. */
final class Moving {

    private final Ledger ledger;
    private final Absorptions absorptions;
    private final Merges merges;
    private final Intents intents;
    private final NewAccount opening;

    Moving(Session session, NewAccount opening) {
        this.ledger = new Ledger(session);
        this.absorptions = new Absorptions(session);
        this.merges = new Merges(session);
        this.intents = new Intents(session);
        this.opening = opening;
    }

    /** Where it went, the number of the merge there, and what arrived, at cost. */
    record Moved(AccountId target, String targetCode, int no, Money received) {}

    Moved move(Recommendation one, MoveFacts.Pair pair, Act act) {
        Parcel parcel = parcel(one, pair, act);
        boolean shared = pair.from().account().mapping() == Mapping.PER_MAIN;
        Mover to = pair.to();
        Moved moved = to == null
                ? intoNew(one, pair, parcel, shared, act)
                : into(
                        pair,
                        to,
                        new MovePostings(
                                one,
                                parcel,
                                to.account().id(),
                                to.account().code(),
                                next(to.account().id()),
                                shared,
                                act));
        if (one.strategy() != Strategy.PARTIAL) {
            AccountHead head = pair.from().head();
            intents.cancelAll(
                    head.chain().account(),
                    new Intents.End(
                            act.date().date(), head.chain().lastNo() + 1, "consolidated into " + moved.targetCode()));
        }
        return moved;
    }

    private static Parcel parcel(Recommendation one, MoveFacts.Pair pair, Act act) {
        AccountHead head = pair.from().head();
        Money amount = one.amount() == null ? Money.ZERO : one.amount();
        return one.strategy() == Strategy.PARTIAL
                ? Parcel.part(
                        head,
                        pair.pieces(),
                        amount,
                        pair.moving(one),
                        act.date().date())
                : Parcel.whole(head, pair.pieces(), act.date().date());
    }

    private int next(AccountId target) {
        return merges.last(List.of(target)).getOrDefault(target, 0) + 1;
    }

    private Moved into(MoveFacts.Pair pair, Mover to, MovePostings postings) {
        Posting arriving = postings.arriving(to);
        ledger.append(
                to.account().id().partition(),
                List.of(postings.leaving(pair.from().policy().hash()), arriving),
                null);
        return kept(postings, to.head().bound(), arriving);
    }

    private Moved intoNew(Recommendation one, MoveFacts.Pair pair, Parcel parcel, boolean shared, Act act) {
        NewAccount.Opened opened = opening.open(pair.from(), act.date().date());
        MovePostings postings = new MovePostings(one, parcel, opened.id(), opened.code(), 1, shared, act);
        int partition = opened.id().partition();
        ledger.append(partition, List.of(postings.leaving(pair.from().policy().hash())), null);
        Posting first = postings.opening(opened.start(), pair.from().policy().hash(), opened.state());
        ledger.open(partition, List.of(first), null);
        return kept(postings, Money.ZERO, first);
    }

    private Moved kept(MovePostings postings, Money boundBefore, Posting arriving) {
        AccountId target = postings.target();
        absorptions.keep(target.partition(), List.of(new Absorptions.Move(postings.parcel(), target, boundBefore)));
        merges.keep(target.partition(), List.of(postings.kept(arriving.no(), arriving.policy())));
        return new Moved(
                target, postings.targetCode(), postings.no(), postings.parcel().received());
    }
}
