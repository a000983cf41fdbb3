package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of one table partition, decided under its posting lock and posted, in the caller's transaction. */
final class MappingWork {

    static final String RULE = "account-map";

    private static final Logger LOG = LoggerFactory.getLogger(MappingWork.class);
    private static final Comparator<Policy> BY_HASH =
            Comparator.comparing(policy -> policy.hash().toString());

    private final Accounts accounts;
    private final Ledger ledger;
    private final BrokerageStore store;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Audit audit;
    private final ForkEnding forks;

    MappingWork(Session session, PolicyBook book, Audit audit) {
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.store = new BrokerageStore(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.audit = audit;
        this.forks = new ForkEnding(session, book);
    }

    /** What becomes of each line, in their order, and the number that the changes among it go under in the audit. */
    record Done(List<MappingDecision> decisions, @Nullable Long auditId) {

        /** How many accounts it makes ACTIVE. */
        long activated() {
            return changes(decisions).stream()
                    .mapToLong(change -> change.served().accounts().stream()
                            .filter(head -> activates(change, head))
                            .count())
                    .sum();
        }
    }

    /** The audit begins with the first change: without a number it has none yet. */
    Done map(int partition, List<MappingLine> lines, Act act, @Nullable Long auditId) {
        store.keepOutPlans();
        ledger.lock(partition);
        return post(partition, decide(partition, lines, act), act, auditId);
    }

    /** What {@link #map} would do; without locks. */
    Done preview(int partition, List<MappingLine> lines, Act act) {
        return new Done(decide(partition, lines, act), null);
    }

    Done release(int partition, String code, Act act) {
        ledger.lock(partition);
        return post(partition, decideRelease(partition, code, act), act, null);
    }

    /** What {@link #release} would do; without locks. */
    Done previewRelease(int partition, String code, Act act) {
        return new Done(decideRelease(partition, code, act), null);
    }

    private List<MappingDecision> decide(int partition, List<MappingLine> lines, Act act) {
        Known known = known(partition, lines.stream().map(MappingLine::code).toList());
        Map<String, String> taken = taken(lines, known);
        List<MappingDecision> decisions = new ArrayList<>(lines.size());
        for (MappingLine line : lines) {
            Served served = known.served().get(line.code());
            Optional<String> other =
                    Optional.ofNullable(taken.get(line.reference().text()));
            decisions.add(
                    served == null
                            ? known.refuse(line.code())
                            : MappingRule.decide(line, served, other, act.date().date()));
        }
        return decisions;
    }

    private List<MappingDecision> decideRelease(int partition, String code, Act act) {
        Known known = known(partition, List.of(code));
        Served served = known.served().get(code);
        return List.of(
                served == null
                        ? known.refuse(code)
                        : MappingRule.release(served, act.date().date()));
    }

    /** Who else has a reference that a line gives: names are looked up for these few only. */
    private Map<String, String> taken(List<MappingLine> lines, Known known) {
        List<String> references =
                lines.stream().map(line -> line.reference().text()).toList();
        Map<String, AccountId> owners = store.owners(references);
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
        Map<String, String> taken = new HashMap<>();
        store.reserved(references)
                .forEach((reference, run) ->
                        taken.put(reference, "is reserved by run " + run + ", which has not finished"));
        owners.forEach((reference, id) ->
                taken.put(reference, "is used by " + codes.getOrDefault(id.value(), "another account")));
        return taken;
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
                served.put(
                        code,
                        new Served(
                                its.id(), code, its.policy(), its.state(), its.reference(), its.openedOn(), List.of()));
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

    private static List<MappingDecision.Map> changes(List<MappingDecision> decisions) {
        return decisions.stream()
                .filter(MappingDecision.Map.class::isInstance)
                .map(MappingDecision.Map.class::cast)
                .toList();
    }

    private Done post(int partition, List<MappingDecision> decisions, Act act, @Nullable Long auditId) {
        List<MappingDecision.Map> changes = changes(decisions);
        if (changes.isEmpty()) {
            return new Done(decisions, auditId);
        }
        store.advance(changes, act.date().date());
        ledger.append(partition, postings(changes, act), null);
        List<Audit.Entry> ended = forks.after(partition, activated(changes), act);
        long audited = auditId == null ? audit.begin(act.reason(), null) : auditId;
        audit.entries(audited, changes.stream().map(MappingWork::audited).toList());
        audit.entries(audited, ended);
        if (LOG.isInfoEnabled()) {
            changes.forEach(MappingWork::log);
        }
        return new Done(decisions, audited);
    }

    private static void log(MappingDecision.Map change) {
        for (AccountHead head : change.served().accounts()) {
            try (var _ = LogContext.account(head.chain().code())) {
                LOG.info("brokerage account {} as {}", change.to().word(), change.reference());
            }
        }
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

    /** A page shares few policies; each is a row that another page may be writing down too, so all go in one order. */
    private void remember(List<MappingDecision.Map> changes, Map<AccountId, Policy> inForce) {
        Map<Policy, Policy> bases = new TreeMap<>(BY_HASH);
        for (MappingDecision.Map change : changes) {
            for (AccountHead head : change.served().accounts()) {
                bases.put(
                        Objects.requireNonNull(inForce.get(head.chain().account())),
                        policies.base(change.served().policy()));
            }
        }
        Set<Policy> files = new TreeSet<>(BY_HASH);
        files.addAll(bases.values());
        files.forEach(record::rememberBase);
        bases.keySet().forEach(record::rememberEffective);
    }

    private static List<AccountId> activated(List<MappingDecision.Map> changes) {
        return changes.stream()
                .flatMap(change -> change.served().accounts().stream().filter(head -> activates(change, head)))
                .map(head -> head.chain().account())
                .toList();
    }

    private static boolean activates(MappingDecision.Map change, AccountHead head) {
        return change.to() == Brokerage.CONFIRMED && head.state() == AccountState.SAFE;
    }

    /** A brokerage account passes each state of its life once, so the state is the ref. */
    private static Posting posting(MappingDecision.Map change, AccountHead head, Policy policy, Act act) {
        boolean activates = activates(change, head);
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
