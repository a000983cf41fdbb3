package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Merges, those of fork families and those of consolidations. */
public final class Merges {

    private static final Pattern CODE = Pattern.compile("(.+-(?:GEN|REV|COM))-M([1-9][0-9]{0,8})");

    private final MergeStore store;

    public Merges(Session session) {
        this.store = new MergeStore(session);
    }

    /** The number of the last merge into each of these accounts; one that has received none is left out. */
    public Map<AccountId, Integer> last(Collection<AccountId> targets) {
        return targets.isEmpty() ? Map.of() : store.last(targets);
    }

    /** Merges of one table partition, in the transaction that posts them; a family among them is open no more. */
    public void keep(int partition, List<NewMerge> merges) {
        if (!merges.isEmpty()) {
            store.keep(partition, merges);
        }
    }

    /** Those of these accounts that a merge has emptied. */
    public Map<AccountId, Emptied> emptied(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : store.emptied(accounts);
    }

    /** The merges of these accounts end, where none of those that they emptied waits any more. */
    public void closed(Collection<AccountId> accounts, LocalDate on) {
        if (!accounts.isEmpty()) {
            store.closed(accounts, on);
        }
    }

    /** Its family stays apart from now on: no sweep merges it again. */
    public void reversed(Merge merge, LocalDate on) {
        store.reversed(merge, on);
    }

    /** By its code, {@code A-000042-COM-M1}. */
    public Optional<Merge> merge(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches() ? store.merge(matcher.group(1), Integer.parseInt(matcher.group(2))) : Optional.empty();
    }

    /** The latest first, at most so many; into one account or one of a main account, in one state, where these are given. */
    public List<Merge> list(@Nullable AccountId into, @Nullable MergeState state, int most) {
        return store.list(into, state, most);
    }
}
