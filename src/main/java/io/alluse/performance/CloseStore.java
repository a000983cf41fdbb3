package io.alluse.performance;

import io.alluse.account.AccountId;
import io.alluse.performance.CloseSeries.Close;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of the daily closes. */
final class CloseStore {

    private final Session session;

    CloseStore(Session session) {
        this.session = session;
    }

    /** Date by date, since that is how they lie. */
    void series(List<AccountId> accounts, LocalDate from, LocalDate to, BiConsumer<AccountId, CloseSeries> each) {
        Map<Long, List<Close>> closes = new TreeMap<>();
        session.client()
                .sql("""
                        select c.account_id, c.business_date, c.day_return, c.unbound_cash
                        from generate_series(cast(:from as date), cast(:to as date), interval '1 day') d
                        cross join lateral (
                            select * from account_close
                            where business_date = d::date and account_id = any(:accounts::bigint[])) c
                        order by d""")
                .param("from", from)
                .param("to", to)
                .param("accounts", ids(accounts))
                .query((RowCallbackHandler) row -> closes.computeIfAbsent(
                                row.getLong("account_id"), _ -> new ArrayList<>())
                        .add(new Close(
                                row.getObject("business_date", LocalDate.class),
                                row.getBigDecimal("day_return"),
                                row.getBigDecimal("unbound_cash"))));
        closes.forEach((account, some) -> each.accept(new AccountId(account), new CloseSeries(some)));
    }

    boolean isClosed(Collection<AccountId> accounts, LocalDate since) {
        return session.client()
                .sql("""
                        select exists (
                            select from account_close
                            where business_date >= :since and account_id = any(:accounts::bigint[]))""")
                .param("since", since)
                .param("accounts", ids(accounts))
                .query(Boolean.class)
                .single();
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
