package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.broker.LineProblem;
import io.alluse.broker.Stated;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL of what a statement itself says that it begins and ends with. */
final class StatedStore {

    private static final String OPENINGS = Sql.of(StatedStore.class, "stated-openings");
    private static final String ENDS = Sql.of(StatedStore.class, "stated-ends");
    private static final String CHAINS = Sql.of(StatedStore.class, "untied-chains");

    private final Session session;

    StatedStore(Session session) {
        this.session = session;
    }

    /** The last word of a line about one thing counts. */
    void keep(long runId, Stated stated) {
        session.client()
                .sql("""
                        insert into statement_stated (run_id, line, account, kind, instrument, as_of, amount)
                        values (:run, :line, :account, :kind, :instrument, :on, :amount)
                        on conflict (run_id, line, account, kind, instrument) do update set amount = excluded.amount""")
                .param("run", runId)
                .param("line", stated.line())
                .param("account", stated.account())
                .param("kind", kindOf(stated))
                .param(
                        "instrument",
                        stated instanceof Stated.Position held
                                ? held.instrument().canonical()
                                : "")
                .param("on", stated.date())
                .param("amount", amountOf(stated))
                .update();
    }

    private static String kindOf(Stated stated) {
        return switch (stated) {
            case Stated.OpeningCash _ -> "opening";
            case Stated.ClosingCash _ -> "closing";
            case Stated.Position _ -> "position";
        };
    }

    private static BigDecimal amountOf(Stated stated) {
        return switch (stated) {
            case Stated.OpeningCash cash -> cash.amount().amount();
            case Stated.ClosingCash cash -> cash.amount().amount();
            case Stated.Position held -> held.quantity();
        };
    }

    /** The cash with which the statement of a brokerage account begins, and the line that says so. */
    record Opening(AccountId brokerage, long line, StartingBalance balance) {}

    List<Opening> openings(long run) {
        return session.client()
                .sql(OPENINGS)
                .param("run", run)
                .query((row, no) -> new Opening(
                        new AccountId(row.getLong("brokerage_id")),
                        row.getLong("line"),
                        new StartingBalance(
                                row.getObject("day", LocalDate.class), Money.of(row.getBigDecimal("amount")))))
                .list();
    }

    /** In the order of their ids, after one of them. */
    List<StatementEnd> cash(long run, String statement, AccountId after, int limit) {
        return session.client()
                .sql(ENDS)
                .param("run", run)
                .param("kind", "closing")
                .param("after", after.value())
                .param("limit", limit)
                .query((row, no) -> new StatementEnd(
                        new AccountId(row.getLong("brokerage_id")),
                        statement,
                        row.getObject("day", LocalDate.class),
                        Money.of(row.getBigDecimal("amount")),
                        null))
                .list();
    }

    /** The same; a file that names one position of an account names them all. */
    List<StatementEnd> positions(long run, String statement, AccountId after, int limit) {
        SortedMap<AccountId, Map<String, BigDecimal>> positions = new TreeMap<>();
        Map<AccountId, LocalDate> days = new HashMap<>();
        session.client()
                .sql(ENDS)
                .param("run", run)
                .param("kind", "position")
                .param("after", after.value())
                .param("limit", limit)
                .query(row -> {
                    AccountId brokerage = new AccountId(row.getLong("brokerage_id"));
                    days.put(brokerage, row.getObject("day", LocalDate.class));
                    positions
                            .computeIfAbsent(brokerage, none -> new HashMap<>())
                            .put(row.getString("instrument"), row.getBigDecimal("amount"));
                });
        return positions.entrySet().stream()
                .map(one -> new StatementEnd(
                        one.getKey(), statement, Objects.requireNonNull(days.get(one.getKey())), null, one.getValue()))
                .toList();
    }

    /** Where cash at the beginning and the lines do not come to the cash at the end; while the lines are staged. */
    List<LineProblem> untiedChains(long run) {
        return session.client()
                .sql(CHAINS)
                .param("run", run)
                .query((row, no) -> new LineProblem(
                        row.getLong("line"),
                        1,
                        "cash",
                        "what it begins with and its lines come to: "
                                + row.getBigDecimal("expected").toPlainString(),
                        "another amount",
                        row.getBigDecimal("stated").toPlainString()))
                .list();
    }
}
