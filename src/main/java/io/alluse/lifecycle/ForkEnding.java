package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Fork;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.Lineage;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A fork is done when the last of its accounts has its brokerage account: then its parent is ACTIVE again (docs/rules.md 6.4). */
final class ForkEnding {

    private static final String RULE = "fork-done";

    private final Ledger ledger;
    private final Lineage lineage;
    private final PoliciesInForce policies;
    private final PolicyRecord record;

    ForkEnding(Session session, PolicyBook book) {
        this.ledger = new Ledger(session);
        this.lineage = new Lineage(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
    }

    /** Of accounts of one table partition that have just become ACTIVE; what to note in the audit. */
    List<Audit.Entry> after(int partition, Collection<AccountId> activated, Act act) {
        List<Fork> finished = lineage.finishedBy(activated);
        if (finished.isEmpty()) {
            return List.of();
        }
        List<AccountId> parents = finished.stream().map(Fork::parent).toList();
        Map<AccountId, AccountHead> heads = ledger.heads(parents).stream()
                .collect(Collectors.toMap(head -> head.chain().account(), Function.identity()));
        Map<AccountId, Policy> inForce = policies.of(parents, act.date().date());
        List<Posting> postings = new ArrayList<>();
        for (Fork fork : finished) {
            AccountHead head = Objects.requireNonNull(heads.get(fork.parent()));
            Policy policy = Objects.requireNonNull(inForce.get(fork.parent()));
            if (head.state() == AccountState.FORKING) {
                record.remember(policies.base(policy.name()), policy);
                postings.add(posting(fork, head, policy, act));
            }
            lineage.end(fork, ForkState.DONE, act.date().date());
        }
        ledger.append(partition, postings, null);
        return finished.stream()
                .map(fork -> new Audit.Entry(fork.parentCode(), "fork done", fork.code()))
                .toList();
    }

    private static Posting posting(Fork fork, AccountHead head, Policy policy, Act act) {
        return new Posting(
                head.chain(),
                RULE,
                fork.code(),
                act.date(),
                act.date().date(),
                EventKind.STATE_CHANGED,
                policy.hash(),
                Money.ZERO,
                List.of(),
                List.of(),
                AccountState.ACTIVE,
                act.detail()
                        .put("fork", fork.code())
                        .put("from", AccountState.FORKING)
                        .put("to", AccountState.ACTIVE));
    }
}
