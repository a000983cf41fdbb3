package io.alluse.account;

import io.alluse.account.ForkOpening.Place;
import io.alluse.policy.Mapping;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** SQL that opens what forks open. */
final class ForkOpeningStore {

    private static final String PLACES = Sql.of(ForkOpeningStore.class, "fork-places");
    private static final String INSERT_MAINS = Sql.of(ForkOpeningStore.class, "insert-forked-mains");
    private static final String REQUEST_OWN = """
            insert into brokerage_account (id, main_id, mapping, state, requested_on)
            select f.id, f.id & ~65535::bigint, 'per-account', 'requested', f.opened_on::date
            from unnest(:ids::bigint[], :dates::text[]) as f (id, opened_on)""";
    private static final String REQUEST_SHARED = Sql.of(ForkOpeningStore.class, "request-shared-brokerage");
    private static final String COPY_ACCOUNTS =
            "copy account_p%02d (id, code, tier, parent_id, fork_no, opened_on) from stdin (format binary)";

    private final Session session;

    ForkOpeningStore(Session session) {
        this.session = session;
    }

    Map<AccountId, Place> places(Collection<AccountId> mains) {
        Map<AccountId, Place> places = HashMap.newHashMap(mains.size());
        mains.stream()
                .distinct()
                .collect(Collectors.groupingBy(AccountId::partition, TreeMap::new, Collectors.toList()))
                .forEach((partition, some) -> session.client()
                        .sql(PLACES.formatted(partition))
                        .param("mains", some.stream().map(AccountId::value).toArray(Long[]::new))
                        .query(row -> {
                            Place place = place(row);
                            places.put(place.main(), place);
                        }));
        return places;
    }

    private static Place place(ResultSet row) throws SQLException {
        String word = row.getString("mapping");
        Mapping mapping = Arrays.stream(Mapping.values())
                .filter(one -> one.word().equals(word))
                .findFirst()
                .orElseThrow();
        return new Place(
                new AccountId(row.getLong("id")),
                row.getString("code"),
                mapping,
                row.getBoolean("confirmed"),
                row.getInt("last_member"));
    }

    List<Long> newNumbers(int count) {
        return session.client()
                .sql("select nextval('forked_main_number') as number from generate_series(1, :count)")
                .param("count", count)
                .query((row, no) -> row.getLong("number"))
                .list();
    }

    void insertMains(List<Forked.Main> mains, long runId) {
        session.client()
                .sql(INSERT_MAINS)
                .param("run", runId)
                .param("ids", mains.stream().map(main -> main.id().value()).toArray(Long[]::new))
                .param("numbers", mains.stream().map(main -> main.id().number()).toArray(Long[]::new))
                .param("codes", mains.stream().map(Forked.Main::code).toArray(String[]::new))
                .param(
                        "parents",
                        mains.stream().map(main -> main.parent().value()).toArray(Long[]::new))
                .param(
                        "capitals",
                        mains.stream().map(main -> main.capital().amount()).toArray(BigDecimal[]::new))
                .param(
                        "dates",
                        mains.stream().map(main -> main.openedOn().toString()).toArray(String[]::new))
                .update();
    }

    void copyAccounts(int partition, List<Forked.Account> accounts) {
        CopyRows rows = new CopyRows(6);
        for (Forked.Account account : accounts) {
            rows.row()
                    .put(account.id().value())
                    .put(account.code())
                    .put(account.tier().name())
                    .put(account.parent().value())
                    .putInteger(account.forkNo())
                    .put(account.openedOn());
        }
        session.copy(rows, COPY_ACCOUNTS.formatted(partition));
    }

    void requestBrokerage(List<Forked.Account> accounts) {
        accounts.stream()
                .collect(Collectors.groupingBy(Forked.Account::mapping))
                .forEach((mapping, some) -> requestBrokerage(
                        switch (mapping) {
                            case PER_ACCOUNT -> REQUEST_OWN;
                            case PER_MAIN -> REQUEST_SHARED;
                        },
                        some));
    }

    private void requestBrokerage(String statement, List<Forked.Account> accounts) {
        session.client()
                .sql(statement)
                .param("ids", accounts.stream().map(one -> one.id().value()).toArray(Long[]::new))
                .param(
                        "dates",
                        accounts.stream().map(one -> one.openedOn().toString()).toArray(String[]::new))
                .update();
    }
}
