package io.alluse.ordering;

import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.intent.IntentLine;
import io.alluse.intent.IntentRef;
import io.alluse.intent.IntentState;
import io.alluse.intent.Intents;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.sql.Session;
import java.time.LocalDate;

/** A person calls an intent back: its budget is free again, and the broker has to be told by whoever placed the order. */
public final class Cancelling {

    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final Audit audit;
    private final Ledger ledger;
    private final Intents intents;
    private final Accounts accounts;

    public Cancelling(Session session, Audit audit) {
        this.session = session;
        this.audit = audit;
        this.ledger = new Ledger(session);
        this.intents = new Intents(session);
        this.accounts = new Accounts(session);
    }

    /** Who cancels what, and why. */
    public record Wish(String code, String no, String who, String reason, BusinessDay date) {}

    public IntentLine cancel(Wish wish) {
        String reason = wish.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (reason.isEmpty() ? "none" : reason.length()));
        }
        return session.transaction(() -> cancel(wish, reason));
    }

    private IntentLine cancel(Wish wish, String reason) {
        AccountRef account = accounts.account(wish.code());
        IntentRef ref = IntentRef.parse(account.id(), wish.no());
        AccountHead head = ledger.locked(account.id()).orElseThrow();
        IntentLine before = found(account, ref);
        if (before.intent().state() != IntentState.OPEN) {
            throw Fault.conflict(before.name() + " is not open any more: " + before.end() + "; nothing was changed");
        }
        LocalDate made = before.intent().date();
        if (wish.date().date().isBefore(made)) {
            throw Fault.conflict(before.name() + " was made on " + made + ": it cannot have ended on " + wish.date()
                    + "; nothing was changed");
        }
        String cause = "by " + wish.who() + ": " + reason;
        intents.cancel(ref, new Intents.End(wish.date().date(), head.chain().lastNo(), cause));
        long entry = audit.begin(reason, null);
        audit.entry(
                entry,
                account.code(),
                "intent cancelled",
                "intent " + ref.text() + ": " + before.intent().order().words());
        return found(account, ref);
    }

    private IntentLine found(AccountRef account, IntentRef ref) {
        return intents.find(ref)
                .orElseThrow(() -> Fault.notFound("no intent " + ref.text() + " of " + account.code()
                        + "; see `alluse intent list --account " + account.code() + " --state all`"));
    }
}
