package io.alluse.intent;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The order intents of accounts: made by the job, filled by statements, ended by either, by forks or by people. Whoever changes them
 * holds the posting lock of the accounts and does it in the transaction that posts.
 */
public final class Intents {

    private static final int PAGE = 1_000;

    private final IntentStore store;
    private final IntentLineStore lines;

    public Intents(Session session) {
        this.store = new IntentStore(session);
        this.lines = new IntentLineStore(session);
    }

    /** An intent that an event of the account makes. */
    public record Placed(AccountId account, int event, OrderIntent order) {}

    /** An intent whose days have passed, and the event of the account that says so. */
    public record Expired(IntentRef ref, int event) {}

    /** A line of a statement has filled it; the event is the last one that the statement leaves the account with. */
    public record Filled(Fill fill, String line, int event) {}

    /** How an intent is called back: the event is the account's last one at that moment, or the one that calls it back. */
    public record End(LocalDate on, int event, String cause) {}

    /** What accounts have open, oldest first; an account without any is left out. */
    public Map<AccountId, List<KeptIntent>> open(Collection<AccountId> accounts) {
        Map<AccountId, List<KeptIntent>> all = new HashMap<>();
        byPartition(accounts, AccountId::partition)
                .forEach((partition, some) -> all.putAll(store.open(partition, some)));
        return all;
    }

    /** The open ones, and those that have expired but could still be filled by trades since this day; of one partition. */
    public Map<AccountId, List<KeptIntent>> fillable(int partition, Collection<AccountId> accounts, LocalDate since) {
        return accounts.isEmpty() ? Map.of() : store.fillable(partition, accounts, since);
    }

    /** What an account had open before its event of this number. */
    public List<KeptIntent> openBefore(AccountId account, int event) {
        return store.before(account, event);
    }

    public void place(Collection<Placed> placed, LocalDate date) {
        byPartition(placed, one -> one.account().partition())
                .forEach((partition, some) -> store.place(partition, some, date));
    }

    public void expire(Collection<Expired> expired, LocalDate on) {
        byPartition(expired, one -> one.ref().account().partition())
                .forEach((partition, some) -> store.expire(partition, some, on));
    }

    /** In the order in which the lines were taken. */
    public void fill(Collection<Filled> filled) {
        byPartition(filled, one -> one.fill().after().ref().account().partition())
                .forEach(store::fill);
    }

    /** An account whose orders are not wanted any more. */
    public record CalledBack(AccountId account, End end) {}

    /** All that these accounts have open. */
    public void cancelAll(Collection<CalledBack> accounts) {
        byPartition(accounts, one -> one.account().partition()).forEach(store::cancelAll);
    }

    /** All that an account has open; how many there were. */
    public int cancelAll(AccountId account, End end) {
        return store.cancel(account, null, end);
    }

    /** One of them, if it is open. */
    public boolean cancel(IntentRef ref, End end) {
        return store.cancel(ref.account(), ref, end) == 1;
    }

    /** Hands them over in the order of accounts and events, at most so many. */
    public void list(IntentQuery query, int most, Consumer<IntentLine> each) {
        IntentRef last = new IntentRef(new AccountId(0), 0, 0);
        for (int left = most; left > 0; ) {
            List<IntentLine> page = lines.page(query, last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast().intent().ref();
            left -= page.size();
        }
    }

    public Optional<IntentLine> find(IntentRef ref) {
        return lines.find(ref);
    }

    /** Line by line what has filled it. */
    public List<IntentFill> fills(IntentRef ref) {
        return lines.fills(ref);
    }

    private static <T> Map<Integer, List<T>> byPartition(Collection<T> some, Function<T, Integer> partition) {
        return some.stream().collect(Collectors.groupingBy(partition, TreeMap::new, Collectors.toList()));
    }
}
