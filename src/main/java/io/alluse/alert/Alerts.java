package io.alluse.alert;

import io.alluse.account.AccountId;
import io.alluse.alert.Alert.Word;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Raises alerts and clears them, in the caller's transaction; shows them to people, who acknowledge them. */
public final class Alerts {

    private static final int PAGE = 500;
    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final AlertStore store;

    public Alerts(Session session) {
        this.session = session;
        this.store = new AlertStore(session);
    }

    /** What stands already is not raised again; its text follows. */
    public void raise(List<Raised> raised, BusinessDay on, @Nullable Long runId) {
        if (!raised.isEmpty()) {
            store.raise(raised, on.date(), runId);
        }
    }

    /** What was looked for and found: all else of these kinds about these subjects is gone. */
    public void settle(
            Set<AlertKind> kinds,
            Collection<AccountId> subjects,
            List<Raised> found,
            BusinessDay on,
            @Nullable Long runId) {
        if (!subjects.isEmpty()) {
            store.clearOthers(kinds, subjects, found, on.date());
        }
        raise(found, on, runId);
    }

    /** What is told of as one of these has happened after all; whoever did not tell of it loses nothing. */
    public void clear(AlertKind kind, List<Gone> gone, BusinessDay on) {
        if (!gone.isEmpty()) {
            store.clear(kind, gone, on.date());
        }
    }

    /** About whom it was raised, and what told it apart. */
    public record Gone(AccountId subject, String key) {}

    /**
     * Hands them over in the order in which they were raised, at most so many; without {@code all} only those that stand. Of an account, or
     * of a main account with all of its accounts.
     */
    public void list(@Nullable AccountId subject, boolean all, int most, Consumer<Alert> each) {
        long last = 0;
        for (int left = most; left > 0; ) {
            List<Alert> page = store.page(subject, all, last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast().id();
            left -= page.size();
        }
    }

    public Alert found(long id) {
        return store.find(id).orElseThrow(() -> Fault.notFound("no alert " + id + "; see `alluse alert list --all`"));
    }

    /** A person knows; it stands until it is gone. */
    public Alert acknowledge(long id, Word word, Audit audit) {
        String text = word.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (text.isEmpty() ? "none" : text.length()));
        }
        return session.transaction(() -> {
            store.lock(id);
            Alert before = found(id);
            mustBeOpen(before);
            store.acknowledge(id, new Word(word.at(), word.by(), text));
            audit.entry(
                    audit.begin(text, null),
                    before.subject(),
                    "alert acknowledged",
                    before.kind().word() + ": " + before.text());
            return found(id);
        });
    }

    private static void mustBeOpen(Alert alert) {
        Word word = alert.word();
        String why = switch (alert.state()) {
            case OPEN -> "";
            case ACKNOWLEDGED -> " is acknowledged" + (word == null ? "" : ", by " + word.by());
            case CLEARED -> " was cleared on " + alert.clearedOn();
        };
        if (!why.isEmpty()) {
            throw Fault.conflict("alert " + alert.id() + why + "; nothing was changed");
        }
    }
}
