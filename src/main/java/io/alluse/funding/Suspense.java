package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.alert.AlertKind;
import io.alluse.alert.Alerts;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Money that has left an account which allows no withdrawals, until a person says what it was (docs/rules.md 4.6). */
public final class Suspense {

    static final String RULE = "suspense-resolve";

    private static final Logger LOG = LoggerFactory.getLogger(Suspense.class);

    private final Session session;
    private final SuspenseStore store;
    private final Accounts accounts;
    private final Ledger ledger;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Alerts alerts;

    public Suspense(Session session, PolicyBook book) {
        this.session = session;
        this.store = new SuspenseStore(session);
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.alerts = new Alerts(session);
    }

    public List<InSuspense> list() {
        return store.list();
    }

    /** What it was, and how much of it; null stands for all of it. */
    public record Wish(String code, SuspenseAs as, @Nullable Money amount) {}

    /** What {@link #resolve} would do. */
    public Resolved preview(Wish wish, Act act) {
        return session.transaction(() -> decide(wish, act).resolved(0));
    }

    /** The account stays SUSPENDED until a person resumes it. */
    public Resolved resolve(Wish wish, Act act, Audit audit) {
        return session.transaction(() -> {
            Decided decided = decide(wish, act);
            Posting posting = posting(decided, wish, act);
            ledger.append(decided.account().id().partition(), List.of(posting), null);
            audit.entry(
                    audit.begin(act.reason(), null),
                    wish.code(),
                    "suspense resolved",
                    decided.amount().readable() + " " + decided.resolution().meaning());
            settleAlert(decided.account().id(), act);
            try (var _ = LogContext.account(wish.code())) {
                LOG.info(
                        "suspense of {} resolved as {}",
                        decided.amount(),
                        wish.as().word());
            }
            return decided.resolved(decided.head().chain().lastNo() + 1);
        });
    }

    private record Decided(AccountRef account, AccountHead head, Policy policy, Money amount, Resolution resolution) {

        Resolved resolved(int event) {
            return new Resolved(
                    account.code(),
                    amount,
                    head.balances().of(LedgerAccount.SUSPENSE).minus(amount),
                    resolution.meaning(),
                    resolution.movements(),
                    event);
        }
    }

    private Decided decide(Wish wish, Act act) {
        AccountRef account = accounts.account(wish.code());
        if (act.date().date().isBefore(account.openedOn())) {
            throw Fault.usage("--date " + act.date() + " is before " + account.code() + " was opened ("
                    + account.openedOn() + ")");
        }
        AccountHead head = ledger.locked(account.id()).orElseThrow();
        Money amount = amount(wish, head.balances().of(LedgerAccount.SUSPENSE));
        Policy policy = policies.of(account.id(), act.date().date());
        Departure departure = store.departure(account.id(), amount);
        Resolution resolution = SuspenseRule.resolve(
                wish.as(),
                new SuspenseRule.Case(head, amount, departure, act.date().date(), policy.announceDays()));
        return new Decided(account, head, policy, amount, resolution);
    }

    private static Money amount(Wish wish, Money there) {
        if (!there.isPositive()) {
            throw Fault.conflict(wish.code() + " has nothing in SUSPENSE; nothing was posted");
        }
        Money amount = wish.amount() == null ? there : wish.amount();
        if (!amount.isPositive() || amount.compareTo(there) > 0) {
            throw Fault.usage("--amount " + amount + ": expected more than zero and no more than " + there + ", what "
                    + wish.code() + " has in SUSPENSE");
        }
        return amount;
    }

    private Posting posting(Decided decided, Wish wish, Act act) {
        record.remember(policies.base(decided.account().policy()), decided.policy());
        Resolution resolution = decided.resolution();
        return new Posting(
                decided.head().chain(),
                RULE,
                Integer.toString(decided.head().chain().lastNo() + 1),
                act.date(),
                resolution.effective(),
                EventKind.POSTED,
                decided.policy().hash(),
                resolution.baseChange(),
                resolution.movements(),
                resolution.announcements(),
                null,
                act.detail().put("as", wish.as().word()));
    }

    private void settleAlert(AccountId account, Act act) {
        AccountHead after = ledger.locked(account).orElseThrow();
        alerts.settle(
                Set.of(AlertKind.SUSPENSE),
                List.of(account),
                Told.isInSuspense(after) ? List.of(Told.suspense(after)) : List.of(),
                act.date(),
                null);
    }
}
