package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.audit.Audit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.statement.Break.Word;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Breaks between statements and the ledger: which there are, and what people say about them (docs/rules.md 9.3). */
public final class Breaks {

    private static final int PAGE = 500;
    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final BreakStore store;

    public Breaks(Session session) {
        this.session = session;
        this.store = new BreakStore(session);
    }

    /**
     * Hands them over in the order in which they were found, at most so many; without {@code all} only those that have not ended. Of an
     * account its brokerage account's, of a main account those of all of its accounts.
     */
    public void list(@Nullable AccountId account, boolean all, int most, Consumer<Break> each) {
        long last = 0;
        for (int left = most; left > 0; ) {
            List<Break> page = store.page(account, all, last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast().id();
            left -= page.size();
        }
    }

    public Break found(long id) {
        return store.find(id).orElseThrow(() -> unknown(id));
    }

    private static Fault unknown(long id) {
        return Fault.notFound("no break " + id + "; see `alluse break list --all`");
    }

    /** It stays, and a person says why: it stops nothing any more. */
    public Break explain(long id, Word word, Audit audit) {
        return say(id, BreakState.EXPLAINED, word, audit);
    }

    /** It has been dealt with: only a statement that shows it again brings it back. */
    public Break resolve(long id, Word word, Audit audit) {
        return say(id, BreakState.RESOLVED, word, audit);
    }

    private Break say(long id, BreakState state, Word word, Audit audit) {
        String text = word.text().strip();
        if (text.isEmpty() || text.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (text.isEmpty() ? "none" : text.length()));
        }
        return session.transaction(() -> {
            Break before = store.locked(id).orElseThrow(() -> unknown(id));
            mustBeSayable(before, state);
            store.say(id, state, new Word(word.at(), word.by(), text));
            long entry = audit.begin(text, null);
            audit.entry(entry, before.brokerage(), "break " + state.word(), detail(before));
            return found(id);
        });
    }

    private static void mustBeSayable(Break before, BreakState state) {
        boolean sayable = before.state() == BreakState.OPEN
                || (before.state() == BreakState.EXPLAINED && state == BreakState.RESOLVED);
        if (!sayable) {
            Word earlier = before.word();
            throw Fault.conflict("break " + before.id() + " is "
                    + before.state().word()
                    + (earlier == null ? "" : ", by " + earlier.by() + " at " + earlier.at() + ": " + earlier.text())
                    + "; nothing was changed");
        }
    }

    private static String detail(Break one) {
        return "break " + one.id() + " of " + one.what() + " as of " + one.asOf() + ": stated "
                + one.stated().toPlainString() + ", expected " + one.expected().toPlainString();
    }

    /** Those of these accounts that neither fork nor merge: an open break is about their brokerage account. */
    public Set<AccountId> blocked(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Set.of() : store.blocked(accounts);
    }
}
