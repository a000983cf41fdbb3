package io.alluse.performance;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The daily closes that have been written. A year of them is a lot: they are read for some accounts at a time, and made into figures at once. */
public final class Closes {

    private static final int ACCOUNTS_AT_A_TIME = 256;
    private static final int CALENDAR_DAYS = 366;

    private final CloseStore store;

    public Closes(Session session) {
        this.store = new CloseStore(session);
    }

    /**
     * What is made of the closes of each account up to a date; one without any is left out.
     *
     * @param days of closes that must be among those looked at, if they are there; at least a year is looked at
     */
    public <T> Map<AccountId, T> of(
            Collection<AccountId> accounts, LocalDate date, int days, BiFunction<AccountId, CloseSeries, T> made) {
        Map<AccountId, T> all = HashMap.newHashMap(accounts.size());
        List<AccountId> sorted = accounts.stream().distinct().sorted().toList();
        LocalDate from = date.minusDays(calendarDays(days));
        for (int i = 0; i < sorted.size(); i += ACCOUNTS_AT_A_TIME) {
            store.series(
                    sorted.subList(i, Math.min(sorted.size(), i + ACCOUNTS_AT_A_TIME)),
                    from,
                    date,
                    (account, series) -> all.put(account, made.apply(account, series)));
        }
        return all;
    }

    /** Business days are five of seven, less some holidays. */
    private static int calendarDays(int days) {
        return Math.max(CALENDAR_DAYS, days * 3 / 2 + 15);
    }

    /** Whether a day of one of these accounts has been closed on or after a date: what happened until then stays. */
    public boolean isClosed(Collection<AccountId> accounts, LocalDate since) {
        return store.isClosed(accounts, since);
    }
}
