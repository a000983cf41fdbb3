package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SQL of results per calendar year. */
final class YearStore {

    private static final String YEARS = Sql.of(YearStore.class, "year-results");
    private static final List<String> ADD = PartitionTexts.of(Sql.of(YearStore.class, "add-year-results"));

    private final Session session;

    YearStore(Session session) {
        this.session = session;
    }

    Map<AccountId, List<YearResult>> years(List<AccountId> accounts) {
        Map<AccountId, List<YearResult>> years = new HashMap<>();
        if (accounts.isEmpty()) {
            return years;
        }
        session.client()
                .sql(YEARS)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("least", Collections.min(accounts).value())
                .param("greatest", Collections.max(accounts).value())
                .query(row -> {
                    years.computeIfAbsent(new AccountId(row.getLong("account_id")), none -> new ArrayList<>(2))
                            .add(year(row));
                });
        return years;
    }

    private static YearResult year(ResultSet row) throws SQLException {
        return new YearResult(
                row.getInt("year"),
                Money.of(row.getBigDecimal("short")),
                Money.of(row.getBigDecimal("long")),
                Money.of(row.getBigDecimal("dividends")));
    }

    /** Adds what the movements change to the years they are effective in; postings of one account stand one after the other. */
    void add(int partition, List<Posting> postings) {
        List<Long> accounts = new ArrayList<>();
        List<YearResult> changes = new ArrayList<>();
        List<Movement> moved = new ArrayList<>();
        for (int i = 0; i < postings.size(); i++) {
            AccountId account = postings.get(i).after().account();
            moved.addAll(postings.get(i).movements());
            if (i + 1 == postings.size()
                    || !account.equals(postings.get(i + 1).after().account())) {
                for (YearResult change : YearResult.ofMovements(moved)) {
                    accounts.add(account.value());
                    changes.add(change);
                }
                moved.clear();
            }
        }
        if (!changes.isEmpty()) {
            session.connected(connection -> add(connection, ADD.get(partition), accounts, changes));
        }
    }

    private static int add(Connection connection, String statement, List<Long> accounts, List<YearResult> changes)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(statement)) {
            insert.setArray(1, connection.createArrayOf("bigint", accounts.toArray(Long[]::new)));
            insert.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", changes.stream().map(YearResult::year).toArray(Integer[]::new)));
            insert.setArray(3, connection.createArrayOf("numeric", amounts(changes, YearResult::shortTerm)));
            insert.setArray(4, connection.createArrayOf("numeric", amounts(changes, YearResult::longTerm)));
            insert.setArray(5, connection.createArrayOf("numeric", amounts(changes, YearResult::dividends)));
            return insert.executeUpdate();
        }
    }

    private static BigDecimal[] amounts(List<YearResult> changes, Function<YearResult, Money> part) {
        return changes.stream().map(part).map(Money::amount).toArray(BigDecimal[]::new);
    }
}
