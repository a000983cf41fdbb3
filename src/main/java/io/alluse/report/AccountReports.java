package io.alluse.report;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers questions about accounts; long answers are streamed, so that a million accounts fit into little memory. */
public final class AccountReports {

    private static final int EVENTS_AT_A_TIME = 500;

    private final Accounts accounts;
    private final AccountLineStore lines;
    private final HistoryStore history;
    private final TiesStore ties;
    private final Session session;

    public AccountReports(Session session) {
        this.session = session;
        this.accounts = new Accounts(session);
        this.lines = new AccountLineStore(session);
        this.history = new HistoryStore(session);
        this.ties = new TiesStore(session);
    }

    /** Hands over the accounts asked for, one after the other; an unknown code to go on after is a fault. */
    public void list(AccountQuery query, Consumer<AccountLine> each) {
        if (query.main() != null) {
            accounts.ofMain(query.main());
        }
        AccountLine last = query.after() == null ? null : line(query.after());
        if (query.walks()) {
            List<AccountLine> nearby = lines.nearby(query, last);
            if (Objects.equals(nearby.size(), query.limit())) {
                nearby.forEach(each);
                return;
            }
        }
        session.transaction(() -> lines.stream(query, last, each));
    }

    private AccountLine line(String code) {
        return lines.line(accounts.account(code).id());
    }

    public AccountDetail account(String code) {
        AccountRef ref = accounts.account(code);
        AccountLine line = lines.line(ref.id());
        return new AccountDetail(
                line,
                lines.overrides(ref.id()),
                lines.openAnnouncements(ref.id()),
                history.page(ref.id(), line.lastNo() - 1, 1).getFirst());
    }

    /** Whether this is the code of a main account. */
    public boolean isMain(String code) {
        return lines.numberOfMain(code).isPresent();
    }

    /** The accounts of one main account, or of so many main accounts after another one, those of a main account together. */
    public List<AccountLine> tree(@Nullable String main, @Nullable String after, int limit) {
        if (main != null) {
            accounts.ofMain(main);
        }
        long number = after == null ? 0 : accounts.ofMain(after).getFirst().id().number();
        return lines.tree(main, number, limit);
    }

    /** What ties the accounts of these main accounts to each other, and to those of main accounts that forks opened. */
    public Ties ties(Collection<AccountId> mains) {
        return ties.of(mains);
    }

    /** Events with a number greater than after, oldest first; a null limit means all. */
    public void history(String code, int after, @Nullable Integer limit, Consumer<HistoryLine> each) {
        AccountId account = accounts.account(code).id();
        int left = limit == null ? Integer.MAX_VALUE : limit;
        int last = after;
        while (left > 0) {
            List<HistoryLine> page = history.page(account, last, Math.min(left, EVENTS_AT_A_TIME));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast().no();
            left -= page.size();
        }
    }

    /** The number of the account's last event. */
    public int lastNo(String code) {
        return line(code).lastNo();
    }
}
