package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.AccountState;
import io.alluse.account.ForkOpening;
import io.alluse.account.ForkOpening.Place;
import io.alluse.account.Forked;
import io.alluse.audit.Act;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** The account that is opened for one that is given up: of its tier, in its main account, SAFE until it is mapped (docs/rules.md 7.5). */
final class NewAccount {

    private static final int OF_NO_FORK = 0;

    private final ForkOpening opening;
    private final Ledger ledger;

    NewAccount(Session session) {
        this.opening = new ForkOpening(session);
        this.ledger = new Ledger(session);
    }

    /** An account without an event yet. */
    record Opened(AccountId id, String code, AccountState state) {

        ChainHead start() {
            return ChainHead.start(id, code);
        }
    }

    /** Its code follows from the account it replaces and the number of the event that empties that one. */
    Opened open(Mover from, LocalDate date) {
        AccountRef old = from.account();
        Place place = Objects.requireNonNull(
                opening.places(List.of(old.id().main())).get(old.id().main()));
        if (place.lastMember() == AccountId.MOST_MEMBERS) {
            throw Fault.of(
                    Exit.NOT_ALLOWED,
                    old.mainCode() + " has " + AccountId.MOST_MEMBERS + " accounts, the most there can be");
        }
        AccountId id = old.id().main().member(place.lastMember() + 1);
        String code = old.code() + "-C" + (from.head().chain().lastNo() + 1) + "-" + old.tier();
        opening.open(
                id.partition(),
                List.of(),
                List.of(new Forked.Account(id, code, old.tier(), date, old.id(), OF_NO_FORK, place.mapping())),
                0);
        boolean mapped = place.mapping() == Mapping.PER_MAIN && place.confirmed();
        return new Opened(id, code, mapped ? AccountState.ACTIVE : AccountState.SAFE);
    }

    /** Once all has gone back. */
    void close(AccountId account, PolicyHash policy, Act act) {
        AccountHead head = ledger.locked(account).orElseThrow();
        if (!head.balances().isEmpty()) {
            throw Fault.of(
                    Exit.NOT_ALLOWED,
                    head.chain().code() + " holds more than it received: it cannot be closed; nothing was changed");
        }
        ledger.append(
                account.partition(),
                List.of(new Posting(
                        head.chain(),
                        MovePostings.RULE,
                        "closed",
                        act.date(),
                        act.date().date(),
                        EventKind.STATE_CHANGED,
                        policy,
                        Money.ZERO,
                        List.of(),
                        List.of(),
                        AccountState.CLOSED,
                        act.detail().put("from", head.state()).put("to", AccountState.CLOSED))),
                null);
    }
}
