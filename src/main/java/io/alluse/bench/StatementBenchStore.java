package io.alluse.bench;

import io.alluse.sql.Session;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.postgresql.PGConnection;

/** SQL of the measurement of imports. */
final class StatementBenchStore {

    private final Session session;

    StatementBenchStore(Session session) {
        this.session = session;
    }

    /** As little as can be done with such a file. */
    void copy(Path file) {
        session.client().sql("""
                create table bench_statement (run_date text, account text, account_number text, action text, symbol text,
                    description text, type text, price text, quantity text, commission text, fees text,
                    accrued_interest text, amount text, settlement_date text)""").update();
        session.connected(connection -> {
            try (Reader text = Files.newBufferedReader(file)) {
                return connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("copy bench_statement from stdin (format csv, header, force_null (fees))", text);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Rows by table. */
    Map<String, Object> left() {
        Map<String, Object> left = new LinkedHashMap<>();
        for (String table : new String[] {"statement_line", "lot", "lot_closing"}) {
            left.put(table + "Rows", count("select count(*) from " + table));
        }
        left.put("eventRows", count("select count(*) from event where rule = 'statement-import'"));
        left.put("movementRows", count("select count(*) from movement where line_id is not null"));
        return left;
    }

    private long count(String sql) {
        return session.client().sql(sql).query(Long.class).single();
    }
}
