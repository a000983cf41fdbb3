package io.alluse.documents;

import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schema as PostgreSQL knows it: our own tables without their partitions, and the names of the others. */
final class Schema {

    private static final String OURS = """
            c.relnamespace = 'alluse'::regnamespace and not c.relispartition
                and c.relname !~ '^(batch_|qrtz_|flyway_)'""";

    /** A column; its key is PK, FK, UK, or nothing, as Mermaid writes it. */
    record Column(
            String table,
            String name,
            String type,
            boolean required,
            @Nullable String keys) {}

    /** A foreign key that the database enforces. */
    record Reference(String table, String columns, String target) {}

    /** Something that a table promises, as PostgreSQL words it. */
    record Promise(String table, String text) {}

    /** What a role may do with a table. */
    record Right(String table, String role, String rights) {}

    private final JdbcClient client;

    Schema(DataSource owner) {
        this.client = JdbcClient.create(owner);
    }

    List<String> tables() {
        return names("c.relkind in ('r', 'p') and " + OURS);
    }

    List<String> views() {
        return names("c.relkind = 'v' and " + OURS);
    }

    /** Spring Batch's, Quartz's and Flyway's. */
    List<String> foreignTables() {
        return names("c.relkind = 'r' and c.relnamespace = 'alluse'::regnamespace"
                + " and c.relname ~ '^(batch_|qrtz_|flyway_)'");
    }

    private List<String> names(String condition) {
        return client.sql("select c.relname from pg_class c where " + condition + " order by c.relname")
                .query(String.class)
                .list();
    }

    List<Column> columns() {
        return client.sql("""
                select c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                    a.attnotnull as required,
                    (select string_agg(distinct case i.contype when 'p' then 'PK' when 'u' then 'UK' else 'FK' end, ', ')
                     from pg_constraint i
                     where i.conrelid = c.oid and i.contype in ('p', 'u', 'f') and a.attnum = any (i.conkey)) as keys
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where c.relkind in ('r', 'p', 'v') and %s
                order by c.relname, a.attnum""".formatted(OURS))
                .query((row, no) -> new Column(
                        row.getString("table"),
                        row.getString("name"),
                        row.getString("type").replace("timestamp with time zone", "timestamptz"),
                        row.getBoolean("required"),
                        row.getString("keys")))
                .list();
    }

    List<Reference> references() {
        return client.sql("""
                select c.relname as table, t.relname as target,
                    (select string_agg(a.attname, ', ' order by a.attnum) from pg_attribute a
                     where a.attrelid = c.oid and a.attnum = any (f.conkey)) as columns
                from pg_constraint f
                join pg_class c on c.oid = f.conrelid
                join pg_class t on t.oid = f.confrelid
                where f.contype = 'f' and %s
                order by 1, 2, 3""".formatted(OURS))
                .query((row, no) ->
                        new Reference(row.getString("table"), row.getString("columns"), row.getString("target")))
                .list();
    }

    /** Constraints, indexes that are none, row-level security and triggers; NOT NULL is told with the columns. */
    List<Promise> promises() {
        return client.sql("""
                select c.relname as table, 1 as place, pg_get_constraintdef(k.oid) as text
                from pg_class c join pg_constraint k on k.conrelid = c.oid where k.contype <> 'n' and %1$s
                union all
                select c.relname, 2, regexp_replace(pg_get_indexdef(i.indexrelid), '^CREATE (.*INDEX) .* ON .* USING ', '\\1 ')
                from pg_class c join pg_index i on i.indrelid = c.oid
                where not exists (select from pg_constraint k where k.conindid = i.indexrelid) and %1$s
                union all
                select c.relname, 3, 'row-level security' from pg_class c where c.relrowsecurity and %1$s
                union all
                select c.relname, 4, 'trigger ' || g.tgname || ': ' || regexp_replace(
                    pg_get_triggerdef(g.oid), '^.*? (BEFORE|AFTER) (.*) ON .* FOR EACH (\\w+) .*$', '\\1 \\2, each \\3')
                from pg_class c join pg_trigger g on g.tgrelid = c.oid where not g.tgisinternal and %1$s
                order by 1, 2, 3""".formatted(OURS))
                .query((row, no) -> new Promise(row.getString("table"), row.getString("text")))
                .list();
    }

    /** Rights on a table or a view as a whole, or on some of its columns. */
    List<Right> rights() {
        return client.sql("""
                select c.relname as table, r.rolname as role,
                    string_agg(distinct lower(g.privilege_type), ', ' order by lower(g.privilege_type)) as rights
                from pg_class c
                join lateral (
                    select x.grantee, x.privilege_type from aclexplode(c.relacl) x
                    union
                    select x.grantee, x.privilege_type || ' of columns'
                    from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = c.oid) g on true
                join pg_roles r on r.oid = g.grantee and r.rolname in ('alluse_program', 'alluse_reader')
                where c.relkind in ('r', 'p', 'v') and %s
                group by 1, 2
                order by 1, 2""".formatted(OURS))
                .query((row, no) -> new Right(row.getString("table"), row.getString("role"), row.getString("rights")))
                .list();
    }
}
