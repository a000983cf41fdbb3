package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.KeptOverride;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyOverrides;
import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.fault.Fault;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyDiff.Difference;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Changes the policy of a main account or of one account by overrides: validated as a whole, dated, kept for ever (docs/rules.md 2). */
public final class Configuration {

    static final String RULE = "account-configure";

    private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);

    private final Session session;
    private final PolicyBook book;
    private final Accounts accounts;
    private final Ledger ledger;
    private final PolicyOverrides overrides;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Audit audit;

    public Configuration(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.book = book;
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.overrides = new PolicyOverrides(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.audit = audit;
    }

    public InForce inForce(String code, LocalDate on) {
        Target target = Target.of(accounts, code);
        AccountId main = target.id().main();
        return new InForce(
                code,
                on,
                policies.base(target.first().policy()),
                policies.of(target.id(), on),
                overrides.of(target.isMain() ? List.of(main) : List.of(main, target.id())));
    }

    /** What {@link #apply} would do. */
    public ConfigurePreview preview(ConfigureOrder order) {
        return session.transaction(() -> plan(order).preview());
    }

    /** Refused where the policy is no longer the one that the person was shown. */
    public ConfigurePreview apply(ConfigureOrder order, PolicyHash shown) {
        return session.transaction(() -> {
            ConfigurePlan plan = plan(order);
            if (!plan.before().hash().equals(shown)) {
                throw Fault.conflict(
                        order.code() + " was configured by someone else in the meantime; look again with --preview");
            }
            carryOut(plan);
            return plan.preview();
        });
    }

    private ConfigurePlan plan(ConfigureOrder order) {
        Target target = Target.of(accounts, order.code());
        target.mustBeOpenOn(order.act().date());
        AccountRef first = target.first();
        List<Sourced> wanted = order.wishes().overrides(book, first.mainCode(), target.isMain() ? null : first.tier());
        ledger.lock(target.partition());
        OverrideHistory history = new OverrideHistory(policies, first.policy(), target.id(), kept(target));
        history.mustEndBefore(order.effective(), target);
        OverrideHistory changed = history.with(order.effective(), wanted);
        Policy before = history.policy(target.id(), order.effective());
        Policy after = changed.checked(target, order.effective());
        List<Reconfigured> reconfigured = new ArrayList<>();
        for (AccountRef account : target.accounts()) {
            reconfigured.add(new Reconfigured(
                    account,
                    ledger.locked(account.id()).orElseThrow(),
                    history.policy(account.id(), order.effective()),
                    changed.policy(account.id(), order.effective())));
        }
        ConfigurePlan plan = new ConfigurePlan(order, target, wanted, before, after, reconfigured);
        mustChangeSomething(plan);
        return plan;
    }

    private List<KeptOverride> kept(Target target) {
        List<AccountId> subjects = new ArrayList<>(target.ids());
        subjects.add(target.id().main());
        return overrides.of(subjects);
    }

    private static void mustChangeSomething(ConfigurePlan plan) {
        if (plan.accounts().stream().noneMatch(Reconfigured::isOpen)) {
            throw Fault.conflict(plan.target().code() + " is CLOSED; nothing was changed");
        }
        if (plan.before().equals(plan.after())) {
            throw Fault.conflict("the policy of " + plan.target().code() + " from "
                    + plan.order().effective() + " on is already so; nothing was changed");
        }
    }

    private void carryOut(ConfigurePlan plan) {
        ConfigureOrder order = plan.order();
        long auditId = audit.begin(order.act().reason(), null);
        overrides.keep(plan.target().id(), order.effective(), plan.overrides());
        Policy base = policies.base(plan.target().first().policy());
        record.remember(base, plan.after());
        List<Posting> postings = new ArrayList<>();
        for (Reconfigured one : plan.open()) {
            record.rememberEffective(one.after());
            postings.add(posting(one, order));
            try (var _ = LogContext.account(one.account().code())) {
                LOG.info(
                        "configured from {} on: policy {}",
                        order.effective(),
                        one.after().hash().brief());
            }
        }
        ledger.append(plan.target().partition(), postings, null);
        audit.entry(
                auditId, plan.target().code(), "configured", text(plan.preview().changes()));
    }

    private static String text(List<Difference> changes) {
        return changes.stream()
                .map(change -> change.key() + ": " + change.inA() + " to " + change.inB())
                .collect(Collectors.joining("; "));
    }

    private static Posting posting(Reconfigured one, ConfigureOrder order) {
        Json changes = Json.canonical();
        one.diff()
                .differences()
                .forEach(change -> changes.put(
                        change.key(), Json.canonical().put("from", change.inA()).put("to", change.inB())));
        return new Posting(
                one.head().chain(),
                RULE,
                Integer.toString(one.head().chain().lastNo() + 1),
                order.act().date(),
                order.effective(),
                EventKind.CONFIGURED,
                one.after().hash(),
                Money.ZERO,
                List.of(),
                List.of(),
                null,
                order.act().detail().put("changes", changes));
    }
}
