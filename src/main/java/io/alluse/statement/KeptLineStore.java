package io.alluse.statement;

import io.alluse.sql.CopyReader;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.statement.DuplicateRule.Kept;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** SQL of the lines that have been taken, by what they mean. */
final class KeptLineStore {

    private static final String KEPT = Sql.of(KeptLineStore.class, "kept-lines");
    private static final String LATEST = Sql.of(KeptLineStore.class, "latest-lines");
    private static final String COPY = """
            copy statement_line_p%02d (brokerage_id, effective, run_id, line, leg, lines, meaning, settles)
                from stdin (format binary)""";

    private final Session session;

    KeptLineStore(Session session) {
        this.session = session;
    }

    /** Of these brokerage accounts of one partition, between two days. */
    Map<Long, Map<Kept, Integer>> between(int partition, Collection<Long> brokerages, LocalDate first, LocalDate last) {
        String ids = brokerages.stream().map(String::valueOf).collect(Collectors.joining(","));
        return session.connected(connection -> read(connection, KEPT.formatted(partition, ids, first, last)));
    }

    private static Map<Long, Map<Kept, Integer>> read(Connection connection, String statement) throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, 3)) {
            Map<Long, Map<Kept, Integer>> kept = new HashMap<>();
            while (row.next()) {
                kept.computeIfAbsent(row.bigint(), _ -> new HashMap<>())
                        .merge(new Kept(row.date(), row.text()), 1, Integer::sum);
            }
            return kept;
        }
    }

    /** The last day of which lines of these brokerage accounts of one partition have been taken; one without lines is left out. */
    Map<Long, LocalDate> latest(int partition, Collection<Long> brokerages) {
        Map<Long, LocalDate> latest = HashMap.newHashMap(brokerages.size());
        session.client()
                .sql(LATEST.formatted(partition))
                .param("ids", brokerages.toArray(Long[]::new))
                .query(row -> {
                    latest.put(row.getLong("brokerage_id"), row.getObject("effective", LocalDate.class));
                });
        return latest;
    }

    void keep(int partition, long runId, List<Judged> judged) {
        CopyRows rows = new CopyRows(8);
        for (Judged one : judged) {
            Map<StagedLine, String> settles =
                    one.settled().stream().collect(Collectors.toMap(Judged.Settled::line, Judged.Settled::text));
            one.kept().forEach(line -> add(rows, runId, line, settles.get(line)));
        }
        session.copy(rows, COPY.formatted(partition));
    }

    private static void add(CopyRows rows, long runId, StagedLine line, @Nullable String settles) {
        rows.row()
                .put(line.brokerage())
                .put(line.activity().effective())
                .put(runId)
                .put(line.line())
                .putSmall(line.leg())
                .putInteger(line.lines())
                .put(Meaning.of(line.activity()))
                .put(settles);
    }
}
