package io.alluse.audit;

import io.alluse.audit.Audit.Entry;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

final class AuditStore {

    private final JdbcClient jdbc;

    AuditStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    long insert(AuditContext context, @Nullable String reason, @Nullable Long runId) {
        return jdbc.sql("""
                        insert into audit (at, os_user, operator, node, command, reason, run_id)
                        values (:at, :osUser, :operator, :node, :command, :reason, :run)
                        returning id
                        """)
                .param("at", context.clock().instant().atOffset(ZoneOffset.UTC))
                .param("osUser", context.osUser())
                .param("operator", context.operator(), Types.VARCHAR)
                .param("node", context.node())
                .param("command", context.command())
                .param("reason", reason, Types.VARCHAR)
                .param("run", runId, Types.BIGINT)
                .query(Long.class)
                .single();
    }

    String databaseUser() {
        return jdbc.sql("select session_user").query(String.class).single();
    }

    void insert(long audit, List<Entry> entries) {
        jdbc.sql("""
                        insert into audit_entry (audit_id, subject, action, detail)
                        select :audit, subject, action, detail
                        from unnest(:subjects::text[], :actions::text[], :details::text[]) as e (subject, action, detail)
                        """)
                .param("audit", audit)
                .param("subjects", column(entries, Entry::subject))
                .param("actions", column(entries, Entry::action))
                .param("details", column(entries, Entry::detail))
                .update();
    }

    private static @Nullable String[] column(List<Entry> entries, Function<Entry, @Nullable String> column) {
        @Nullable String[] values = new @Nullable String[entries.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(entries.get(i));
        }
        return values;
    }
}
