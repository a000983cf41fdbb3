package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Forks and the accounts they opened. */
public final class Lineage {

    private static final Pattern CODE = Pattern.compile("(.+-(?:GEN|REV|COM))-([1-9][0-9]{0,8})");

    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final LineageStore store;

    public Lineage(Session session) {
        this.store = new LineageStore(session);
    }

    /** The last fork of an account, and when it was taken back, if it was. */
    public record Last(int no, LocalDate date, @Nullable LocalDate reversedOn) {}

    /** What keeps an account of an unfinished fork from forking itself. */
    public record Sibling(String code, AccountState state) {}

    /** Forks of one table partition, in the transaction that posts them. */
    public void keep(int partition, List<NewFork> forks) {
        if (!forks.isEmpty()) {
            store.keep(partition, forks);
        }
    }

    /** Of those accounts that have forked. */
    public Map<AccountId, Last> last(Collection<AccountId> parents) {
        return parents.isEmpty() ? Map.of() : store.last(parents, LAST_DAY);
    }

    /** Of an account that had forked before a day. */
    public Optional<Last> lastBefore(AccountId parent, LocalDate day) {
        return Optional.ofNullable(store.last(List.of(parent), day.minusDays(1)).get(parent));
    }

    /** Of those accounts that an unfinished fork opened, the siblings that are SAFE or SUSPENDED. */
    public Map<AccountId, Sibling> unfinishedSiblings(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : store.unfinishedSiblings(accounts);
    }

    /** Forks of the whole system that await their mappings. */
    public long awaiting() {
        return store.awaiting();
    }

    /** Of the forks that await their mappings and opened one of these accounts, those that have no SAFE account any more. */
    public List<Fork> finishedBy(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? List.of() : store.finishedBy(accounts);
    }

    /** It has got its mappings, or has been reversed. */
    public void end(Fork fork, ForkState state, LocalDate on) {
        store.end(fork, state, on);
    }

    /** By its code, {@code A-000042-GEN-1}. */
    public Optional<Fork> fork(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches() ? store.fork(matcher.group(1), Integer.parseInt(matcher.group(2))) : Optional.empty();
    }

    /** The latest first, at most so many; of one account or main account, in one state, where these are given. */
    public List<Fork> list(@Nullable AccountId of, @Nullable ForkState state, int most) {
        return store.list(of, state, most);
    }
}
