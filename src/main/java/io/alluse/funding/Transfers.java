package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.funding.TransferStore.Decided;
import io.alluse.ledger.Ledger;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transfers between accounts of one main account: proposed by runs, decided and made by people (docs/rules.md 4.8). */
public final class Transfers {

    private static final Logger LOG = LoggerFactory.getLogger(Transfers.class);
    private static final int PAGE = 500;

    private final Session session;
    private final TransferStore store;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Breaks breaks;
    private final PoliciesInForce policies;
    private final PolicyRecord record;

    public Transfers(Session session, PolicyBook book) {
        this.session = session;
        this.store = new TransferStore(session);
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.breaks = new Breaks(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
    }

    /** In the order of their numbers, at most so many; without {@code all} only those that are proposed. */
    public void list(@Nullable AccountId account, boolean all, int most, Consumer<Transfer> each) {
        long last = 0;
        for (int left = most; left > 0; ) {
            List<Transfer> page = store.page(account, all, last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast().id();
            left -= page.size();
        }
    }

    public Transfer found(long id) {
        return store.find(id)
                .orElseThrow(() -> Fault.notFound("no transfer " + id + "; see `alluse transfer list --all`"));
    }

    /** Posts both sides of a transfer that nobody has proposed; what was proposed before it does not fit any more. */
    public Transfer make(String from, String to, Money amount, Act act, Audit audit) {
        mustBeAnAmount(amount);
        return session.transaction(() -> {
            Both both = both(from, to, act);
            String transfer = post(both, amount, act, audit);
            store.supersede(
                    List.of(both.from().account().id().main()),
                    List.of(),
                    act.date().date());
            Proposal made =
                    new Proposal(both.from().account().id(), both.to().account().id(), amount);
            return found(store.made(made, decided(act, transfer)));
        });
    }

    private static void mustBeAnAmount(Money amount) {
        if (!amount.isPositive() || !amount.equals(amount.floorToCent())) {
            throw Fault.usage("the amount of a transfer is dollars and cents above zero, was " + amount);
        }
    }

    /** Posts both sides of what was proposed, if it still can be. */
    public Transfer execute(long id, Act act, Audit audit) {
        return session.transaction(() -> {
            Transfer proposed = mustBeProposed(found(id), act);
            Both both = both(proposed.from(), proposed.to(), act);
            String transfer = post(both, proposed.amount(), act, audit);
            end(id, TransferState.EXECUTED, decided(act, transfer));
            return found(id);
        });
    }

    /** The same amount between the same two is not proposed again. */
    public Transfer decline(long id, Act act, Audit audit) {
        return session.transaction(() -> {
            Transfer proposed = mustBeProposed(found(id), act);
            end(id, TransferState.DECLINED, decided(act, null));
            audit.entry(
                    audit.begin(act.reason(), null),
                    proposed.from(),
                    "transfer declined",
                    proposed.amount().readable() + " to " + proposed.to());
            return found(id);
        });
    }

    private static Decided decided(Act act, @Nullable String transfer) {
        return new Decided(act.date().date(), act.who(), act.reason(), transfer);
    }

    private static Transfer mustBeProposed(Transfer transfer, Act act) {
        if (transfer.state() != TransferState.PROPOSED) {
            throw Fault.conflict("transfer " + transfer.id() + " was "
                    + transfer.state().word() + " on " + transfer.endedOn() + "; nothing was changed");
        }
        LocalDate proposed = transfer.proposedOn();
        if (proposed != null && act.date().date().isBefore(proposed)) {
            throw Fault.conflict("transfer " + transfer.id() + " was proposed on " + proposed
                    + ": it cannot be decided on " + act.date() + "; nothing was changed");
        }
        return transfer;
    }

    private void end(long id, TransferState state, Decided decided) {
        if (!store.end(id, state, decided)) {
            throw Fault.conflict("transfer " + id + " is not proposed any more; nothing was changed");
        }
    }

    /** The two accounts, which nobody else posts to until the transaction ends. */
    private record Both(Party from, Party to) {}

    private Both both(String fromCode, String toCode, Act act) {
        AccountRef from = accounts.account(fromCode);
        AccountRef to = accounts.account(toCode);
        mustBelongTogether(from, to);
        mustBeOpenOn(from, act);
        mustBeOpenOn(to, act);
        ledger.lock(from.id().partition());
        Set<AccountId> blocked = breaks.blocked(List.of(from.id(), to.id()));
        return new Both(party(from, blocked), party(to, blocked));
    }

    private static void mustBelongTogether(AccountRef from, AccountRef to) {
        if (from.id().equals(to.id())) {
            throw Fault.usage("a transfer has two ends, was " + from.code() + " twice");
        }
        if (!from.mainCode().equals(to.mainCode())) {
            throw Fault.usage(from.code() + " and " + to.code() + " belong to different main accounts ("
                    + from.mainCode() + ", " + to.mainCode() + "): a transfer stays within one");
        }
    }

    private static void mustBeOpenOn(AccountRef account, Act act) {
        if (act.date().date().isBefore(account.openedOn())) {
            throw Fault.usage("--date " + act.date() + " is before " + account.code() + " was opened ("
                    + account.openedOn() + ")");
        }
    }

    private Party party(AccountRef account, Set<AccountId> blocked) {
        return new Party(account, ledger.locked(account.id()).orElseThrow(), blocked.contains(account.id()));
    }

    private String post(Both both, Money amount, Act act, Audit audit) {
        List<String> refusals = TransferRule.refusals(both.from(), both.to(), amount);
        if (!refusals.isEmpty()) {
            throw Fault.of(
                    Exit.NOT_ALLOWED,
                    "no transfer of " + amount.readable() + ": " + String.join("; ", refusals)
                            + "; nothing was posted");
        }
        TransferPostings postings = new TransferPostings(both.from(), both.to(), amount, act);
        ledger.append(
                both.from().account().id().partition(),
                List.of(
                        postings.sending(policy(both.from().account(), act)),
                        postings.receiving(policy(both.to().account(), act))),
                null);
        audit.entries(
                audit.begin(act.reason(), null),
                List.of(
                        new Audit.Entry(
                                both.from().code(),
                                "transferred",
                                amount.readable() + " to " + both.to().code() + ", " + postings.id()),
                        new Audit.Entry(
                                both.to().code(),
                                "transferred",
                                amount.readable() + " from " + both.from().code() + ", " + postings.id())));
        try (var _ = LogContext.account(both.from().code())) {
            LOG.info("transfer {} of {} to {}", postings.id(), amount, both.to().code());
        }
        return postings.id();
    }

    /** The content of every policy that something is posted by is on record. */
    private PolicyHash policy(AccountRef account, Act act) {
        Policy policy = policies.of(account.id(), act.date().date());
        record.remember(policies.base(account.policy()), policy);
        return policy.hash();
    }
}
