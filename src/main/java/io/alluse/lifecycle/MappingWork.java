package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.fault.Exit;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.lifecycle.BrokerageStore.Found;
import io.alluse.lifecycle.MappingDecision.Refuse;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Lines of one table partition, decided under its posting lock and posted, in the caller's transaction. */
final class MappingWork {

    static final String RULE = "account-map";

    private final Accounts accounts;
    private final Ledger ledger;
    private final BrokerageStore store;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Audit audit;

    MappingWork(Session session, PolicyBook book, Audit audit) {
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.store = new BrokerageStore(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.audit = audit;
    }

    /** What became of each line, in their order, and how many accounts it made ACTIVE. */
    record Done(List<MappingDecision> decisions, long activated) {}

    Done map(int partition, List<MappingLine> lines, Act act, long auditId) {
        ledger.lock(partition);
        Known known = known(partition, lines.stream().map(MappingLine::code).toList());
        Map<String, String> owners = otherOwners(lines, known);
        List<MappingDecision> decisions = new ArrayList<>(lines.size());
        for (MappingLine line : lines) {
            decisions.add(decide(line, known, owners));
        }
        return new Done(decisions, post(partition, decisions, act, auditId));
    }

    Done release(int partition, String code, Act act, long auditId) {
        ledger.lock(partition);
        Known known = known(partition, List.of(code));
        Served served = known.served().get(code);
        List<MappingDecision> decisions = List.of(served == null ? known.refuse(code) : MappingRule.release(served));
        return new Done(decisions, post(partition, decisions, act, auditId));
    }

    /** Who else has a reference that a line gives: names are looked up for these few only. */
    private Map<String, String> otherOwners(List<MappingLine> lines, Known known) {
        Map<String, AccountId> owners =
                store.owners(lines.stream().map(line -> line.reference().text()).toList());
        for (MappingLine line : lines) {
            Served served = known.served().get(line.code());
            if (served != null) {
                owners.remove(line.reference().text(), served.id());
            }
        }
        Map<Long, String> codes = owners.isEmpty()
                ? Map.of()
                : accounts.brokerageCodes(
                        owners.values().stream().map(AccountId::value).toList());
        Map<String, String> others = new HashMap<>();
        owners.forEach((reference, id) -> others.put(reference, codes.getOrDefault(id.value(), "another account")));
        return others;
    }

    private static MappingDecision decide(MappingLine line, Known known, Map<String, String> owners) {
        Served served = known.served().get(line.code());
        return served == null
                ? known.refuse(line.code())
                : MappingRule.decide(
                        line,
                        served,
                        Optional.ofNullable(owners.get(line.reference().text())));
    }

    /** What the codes of a page name, and the brokerage accounts among it. */
    private record Known(Map<String, Found> found, Map<String, Served> served) {

        /** Either there is no such code, or the brokerage account is at the other level of the main account. */
        Refuse refuse(String code) {
            Found other = found.get(code);
            if (other == null) {
                return new Refuse(Exit.NOT_FOUND, MappingRule.CODE, "is no account; see `alluse account list`");
            }
            String right = other.id().isMain() ? "one of its accounts, such as " + code + "-GEN" : other.mainCode();
            return new Refuse(
                    Exit.USAGE,
                    MappingRule.CODE,
                    "has no brokerage account of its own (mapping " + other.mapping() + "): give " + right);
        }
    }

    private Known known(int partition, Collection<String> codes) {
        Map<String, Found> found = store.byCodes(partition, codes);
        Map<String, Served> served = new HashMap<>();
        found.forEach((code, its) -> {
            if (its.state() != null) {
                served.put(code, new Served(its.id(), code, its.policy(), its.state(), its.reference(), List.of()));
            }
        });
        Map<AccountId, List<AccountHead>> heads = heads(served.values());
        served.replaceAll((code, one) -> one.with(heads.getOrDefault(one.id(), List.of())));
        return new Known(found, served);
    }

    /** The accounts that each brokerage account serves. */
    private Map<AccountId, List<AccountHead>> heads(Collection<Served> served) {
        Set<AccountId> ids = served.stream().map(Served::id).collect(Collectors.toSet());
        List<AccountId> mains = ids.stream().filter(AccountId::isMain).toList();
        Set<AccountId> accounts = new LinkedHashSet<>(mains.isEmpty() ? List.of() : store.members(mains));
        ids.stream().filter(id -> !id.isMain()).forEach(accounts::add);
        return ledger.heads(accounts).stream()
                .collect(Collectors.groupingBy(head -> ids.contains(head.chain().account())
                        ? head.chain().account()
                        : head.chain().account().main()));
    }

    private long post(int partition, List<MappingDecision> decisions, Act act, long auditId) {
        List<MappingDecision.Map> changes = decisions.stream()
                .filter(MappingDecision.Map.class::isInstance)
                .map(MappingDecision.Map.class::cast)
                .toList();
        if (changes.isEmpty()) {
            return 0;
        }
        store.advance(changes, act.date().date());
        List<Posting> postings = postings(changes, act);
        ledger.append(partition, postings, null);
        audit.entries(auditId, changes.stream().map(MappingWork::audited).toList());
        return postings.stream().filter(posting -> posting.state() != null).count();
    }

    private List<Posting> postings(List<MappingDecision.Map> changes, Act act) {
        Map<AccountId, Policy> inForce =
                policies.of(accountsOf(changes), act.date().date());
        remember(changes, inForce);
        Map<AccountId, Posting> postings = new TreeMap<>();
        for (MappingDecision.Map change : changes) {
            for (AccountHead head : change.served().accounts()) {
                if (head.state() != AccountState.CLOSED || change.to() == Brokerage.RELEASED) {
                    AccountId account = head.chain().account();
                    Policy policy = Objects.requireNonNull(inForce.get(account));
                    postings.put(account, posting(change, head, policy, act));
                }
            }
        }
        return List.copyOf(postings.values());
    }

    private static Set<AccountId> accountsOf(List<MappingDecision.Map> changes) {
        return changes.stream()
                .flatMap(change -> change.served().accounts().stream())
                .map(head -> head.chain().account())
                .collect(Collectors.toSet());
    }

    /** A page shares few policies. */
    private void remember(List<MappingDecision.Map> changes, Map<AccountId, Policy> inForce) {
        Map<Policy, Policy> bases = new HashMap<>();
        for (MappingDecision.Map change : changes) {
            for (AccountHead head : change.served().accounts()) {
                bases.put(
                        Objects.requireNonNull(inForce.get(head.chain().account())),
                        policies.base(change.served().policy()));
            }
        }
        bases.forEach((policy, base) -> record.remember(base, policy));
    }

    /** A brokerage account passes each state of its life once, so the state is the ref. */
    private static Posting posting(MappingDecision.Map change, AccountHead head, Policy policy, Act act) {
        boolean activates = change.to() == Brokerage.CONFIRMED && head.state() == AccountState.SAFE;
        Json detail = act.detail()
                .put("brokerage", change.to().word())
                .put("brokerageBefore", change.served().state().word())
                .put("reference", change.reference());
        if (activates) {
            detail.put("from", AccountState.SAFE).put("to", AccountState.ACTIVE);
        }
        return new Posting(
                head.chain(),
                RULE,
                change.to().word(),
                act.date(),
                act.date().date(),
                EventKind.MAPPED,
                policy.hash(),
                Money.ZERO,
                List.of(),
                List.of(),
                activates ? AccountState.ACTIVE : null,
                detail);
    }

    private static Audit.Entry audited(MappingDecision.Map change) {
        return new Audit.Entry(
                change.served().code(),
                change.to().word(),
                change.reference() == null ? null : "reference " + change.reference());
    }
}
