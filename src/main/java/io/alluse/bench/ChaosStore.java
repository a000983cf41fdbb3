package io.alluse.bench;

import io.alluse.database.ScratchServer;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** SQL of those who watch a sweep from outside, through servers that come and go. */
final class ChaosStore implements AutoCloseable {

    private static final String PARTS = Sql.of(ChaosStore.class, "chaos-parts");

    private final ScratchServer server;
    private final String ownSession;
    private final ChaosScenario scenario;
    private @Nullable Connection connection;
    private Look last = new Look(0, 0, "", 0);

    ChaosStore(ScratchServer server, String ownSession, ChaosScenario scenario) {
        this.server = server;
        this.ownSession = ownSession;
        this.scenario = scenario;
    }

    /** How far the sweep is, its outcome, and how often it has been taken up. */
    record Look(long done, long population, String outcome, int attempts) {

        boolean isComplete() {
            return outcome.startsWith("COMPLETED");
        }

        boolean isPartial() {
            return done > 0 && done < population;
        }
    }

    /** A server that is away tells nothing new. */
    Look look() {
        try {
            List<Look> looks = rows(
                    """
                    select w.done, case when %1$s then w.population else coalesce(r.population, 0) end, r.outcome,
                        (select coalesce(max(no), 0) from run_attempt where run_id = r.id)
                    from run r
                    cross join lateral (
                        select coalesce(sum(done), 0) as done, coalesce(sum(population), 0) as population
                        from work_partition where run_id = r.id and in_turn = %1$s) w
                    where r.job = '%2$s'""".formatted(scenario.isInTurns(), scenario.job()),
                    row -> new Look(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4)));
            last = looks.isEmpty() ? last : looks.getFirst();
        } catch (SQLException e) {
            close();
        }
        return last;
    }

    /** A connection of the program, one that is at work if there is any. */
    Optional<Integer> backend() {
        try {
            return rows(
                            "select pid from pg_stat_activity where application_name like 'alluse %' and application_name <> '"
                                    + ownSession + "' order by state = 'idle', random() limit 1",
                            row -> row.getInt(1))
                    .stream()
                    .findFirst();
        } catch (SQLException e) {
            close();
            return Optional.empty();
        }
    }

    /** Forks, transfers and merges of which only a part can be seen; empty while the server is away. */
    Optional<Long> parts() {
        try {
            return rows(PARTS, row -> row.getLong(1)).stream().findFirst();
        } catch (SQLException e) {
            close();
            return Optional.empty();
        }
    }

    void terminate(int backend) {
        try {
            rows("select pg_terminate_backend(" + backend + ")", row -> row.getBoolean(1));
        } catch (SQLException e) {
            close();
        }
    }

    /** What the sweep has left behind. */
    record Left(Map<String, String> chains, String digest, long events, int attempts) {}

    Left left() {
        try {
            Map<String, String> chains = new HashMap<>();
            rows("""
                    select a.code, h.last_no || ' ' || encode(h.last_hash, 'hex')
                    from account a join account_head h on h.account_id = a.id""", row -> chains.put(row.getString(1), row.getString(2)));
            return rows(
                            """
                    select coalesce(digest, ''), (select count(*) from event e where e.run_id = r.id),
                        (select max(no) from run_attempt where run_id = r.id)
                    from run r where r.job = '%s'""".formatted(scenario.job()),
                            row -> new Left(chains, row.getString(1), row.getLong(2), row.getInt(3)))
                    .getFirst();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Mapped<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String sql, Mapped<T> mapped) throws SQLException {
        List<T> rows = new ArrayList<>();
        Connection open = connection();
        if (open == null) {
            return rows;
        }
        try (Statement statement = open.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                rows.add(mapped.of(row));
            }
        }
        return rows;
    }

    private @Nullable Connection connection() throws SQLException {
        if (connection == null) {
            Optional<DataSource> administrator = server.administratorIfRunning();
            connection = administrator.isPresent() ? administrator.get().getConnection() : null;
        }
        return connection;
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // Its server is gone.
            return;
        } finally {
            connection = null;
        }
    }
}
