package io.alluse.documents;

import io.alluse.documents.Schema.Column;
import io.alluse.documents.Schema.Promise;
import io.alluse.documents.Schema.Reference;
import io.alluse.documents.Schema.Right;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The schema as the document shows it. */
final class SchemaText {

    /** Relations without a foreign key, which {@code ledger verify} or the posting itself keeps: child, parent, how. */
    private static final List<String> PROVED = List.of(
            "main_account ||..|{ account : \"id & ~65535\"",
            "account ||..|| account_head : account_id",
            "account ||..o{ year_result : account_id",
            "account ||..o{ account_outcome : account_id",
            "account ||..|{ event : account_id",
            "event ||..o{ movement : \"account_id, event_no\"",
            "event ||..o{ announcement : \"account_id, event_no\"",
            "policy ||..o{ event : policy_hash",
            "main_account ||..o{ account_override : subject_id",
            "brokerage_account ||..o| credential_key : brokerage_id",
            "run ||..o{ main_account : run_id",
            "run ||..o{ event : run_id",
            "audit ||..o{ audit_entry : audit_id");

    private final Schema schema;

    SchemaText(Schema schema) {
        this.schema = schema;
    }

    String diagram() {
        Stream<String> tables = schema.tables().stream().map(this::entity);
        Stream<String> enforced = schema.references().stream().map(SchemaText::relation);
        return Stream.of(Stream.of("```mermaid", "erDiagram"), tables, enforced, PROVED.stream(), Stream.of("```"))
                .flatMap(lines -> lines)
                .map(line -> line.startsWith("```") || line.startsWith("erDiagram") ? line : "    " + line)
                .collect(Collectors.joining("\n"));
    }

    private String entity(String table) {
        return columnsOf(table)
                .map(column -> "        " + column.type() + " " + column.name()
                        + (column.keys() == null ? "" : " " + column.keys()))
                .collect(Collectors.joining("\n", table + " {\n", "\n    }"));
    }

    private Stream<Column> columnsOf(String table) {
        return schema.columns().stream().filter(column -> column.table().equals(table));
    }

    private static String relation(Reference reference) {
        return reference.target() + " ||--o{ " + reference.table() + " : \"" + reference.columns() + "\"";
    }

    String promises() {
        return schema.promises().stream()
                .collect(Collectors.groupingBy(
                        Promise::table,
                        java.util.TreeMap::new,
                        Collectors.mapping(promise -> "- `" + promise.text() + "`", Collectors.joining("\n"))))
                .entrySet()
                .stream()
                .map(entry -> "**" + entry.getKey() + "**\n\n" + entry.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    String rights() {
        return Stream.concat(
                        Stream.of("| table or view | `alluse_program` | `alluse_reader` |", "|---|---|---|"),
                        Stream.concat(schema.tables().stream(), schema.views().stream())
                                .map(table -> "| `" + table + "` | " + right(table, "alluse_program") + " | "
                                        + right(table, "alluse_reader") + " |"))
                .collect(Collectors.joining("\n"));
    }

    private String right(String table, String role) {
        return schema.rights().stream()
                .filter(right -> right.table().equals(table) && right.role().equals(role))
                .map(Right::rights)
                .findFirst()
                .orElse("–");
    }

    String views() {
        List<String> views = schema.views();
        return views.isEmpty()
                ? "There are none yet."
                : views.stream()
                        .map(view -> "- `" + view + "`: "
                                + columnsOf(view).map(Column::name).collect(Collectors.joining(", ")))
                        .collect(Collectors.joining("\n"));
    }

    String foreignTables() {
        return schema.foreignTables().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    /** The beginnings of the rows that the document has for the columns of a table, whose meaning is written by hand. */
    List<String> columnRows(String table) {
        return columnsOf(table)
                .map(column -> "| `" + column.name() + "` | " + column.type()
                        + (column.required() ? "" : ", may be null") + " |")
                .toList();
    }
}
