package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Fork;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.Lineage;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes back a fork whose mapping fails: compensating events, the money returns, its accounts are CLOSED (docs/rules.md 6.4). */
public final class ForkReversal {

    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final Ledger ledger;
    private final Lineage lineage;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final ReversalStore store;
    private final Audit audit;

    public ForkReversal(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.ledger = new Ledger(session);
        this.lineage = new Lineage(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.store = new ReversalStore(session);
        this.audit = audit;
    }

    /** The fork as it is afterwards. */
    public Fork reverse(String code, String reason, BusinessDay date) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (why.isEmpty() ? "none" : why.length()));
        }
        return session.transaction(() -> {
            ledger.lock(found(code).parent().partition());
            Fork fork = found(code);
            mustAwait(fork, date);
            post(fork, why, date);
            return found(code);
        });
    }

    private Fork found(String code) {
        return lineage.fork(code).orElseThrow(() -> Fault.notFound("no fork " + code + "; see `alluse fork list`"));
    }

    private static void mustAwait(Fork fork, BusinessDay date) {
        if (fork.state() != ForkState.AWAITING) {
            throw Fault.conflict("fork " + fork.code() + " is " + fork.state() + " since " + fork.endedOn()
                    + "; only one that awaits its mappings can be reversed; nothing was changed");
        }
        if (date.date().isBefore(fork.date())) {
            throw Fault.usage("--date " + date + " is before fork " + fork.code() + " of " + fork.date());
        }
    }

    private void post(Fork fork, String why, BusinessDay date) {
        List<AccountId> ids = Stream.concat(
                        Stream.of(fork.parent()), fork.children().stream().map(Fork.Child::account))
                .toList();
        Map<AccountId, AccountHead> heads = ledger.heads(ids).stream()
                .collect(Collectors.toMap(head -> head.chain().account(), Function.identity()));
        mustBeUntouched(fork, heads);
        Map<AccountId, Policy> inForce = policies.of(ids, date.date());
        inForce.values().stream().distinct().forEach(policy -> record.remember(policies.base(policy.name()), policy));
        ReversalPostings reversal = new ReversalPostings(
                fork, heads, inForce, new ReversalPostings.Word(audit.caller().osUser(), why, date));
        List<Posting> postings = new ArrayList<>(fork.children().size() + 1);
        postings.add(reversal.parent(store.settledOut(fork)));
        fork.children().forEach(child -> postings.add(reversal.child(child)));
        ledger.append(fork.parent().partition(), postings, null);
        store.withdraw(fork);
        store.release(fork);
        lineage.end(fork, ForkState.REVERSED, date.date());
        long auditId = audit.begin(why, null);
        audit.entry(auditId, fork.parentCode(), "fork reversed", fork.code());
    }

    private void mustBeUntouched(Fork fork, Map<AccountId, AccountHead> heads) {
        List<String> arrived = store.arrived(fork);
        for (Fork.Child child : fork.children()) {
            AccountHead head = Objects.requireNonNull(heads.get(child.account()));
            Optional<String> obstacle = ReversalRule.obstacle(head, child.received(), arrived.contains(child.code()));
            if (obstacle.isPresent()) {
                throw Fault.of(
                        Exit.NOT_ALLOWED,
                        "fork " + fork.code() + " cannot be reversed: " + child.code() + " " + obstacle.get()
                                + "; nothing was changed");
            }
        }
        AccountState parent = Objects.requireNonNull(heads.get(fork.parent())).state();
        if (parent == AccountState.CLOSED) {
            throw Fault.of(Exit.NOT_ALLOWED, fork.parentCode() + " is CLOSED and takes nothing back");
        }
    }
}
