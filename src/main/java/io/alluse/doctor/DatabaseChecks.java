package io.alluse.doctor;

import io.alluse.database.DatabaseStatus;
import io.alluse.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether the database is one that jobs may run on. */
final class DatabaseChecks {

    private static final Duration TOLERATED = Duration.ofSeconds(2);
    private static final Duration DANGEROUS = Duration.ofMinutes(1);

    private DatabaseChecks() {}

    static Health server(DatabaseStatus status) {
        if (!status.running()) {
            return status.url().isEmpty()
                    ? Health.warn("database", "the embedded server is not running", "alluse db start")
                    : Health.bad(
                            "database",
                            status.url() + ": " + status.problem(),
                            "see docs/runbook.md, the database will not start");
        }
        return Health.ok(
                "database",
                "PostgreSQL " + status.server() + " at " + status.url() + ", " + (status.bytes() >> 20) + " MiB");
    }

    /** What the status says is a reason not to work there; a schema that is only missing or older is made by a command. */
    static Health schema(DatabaseStatus status) {
        String problem = status.problem();
        if (problem.isEmpty()) {
            return Health.ok("schema", status.schema());
        }
        if (!status.durable()) {
            return Health.bad("durability", problem, "turn that on at the server: alluse does not post without");
        }
        if (problem.contains("db migrate")) {
            return Health.bad(
                    "schema", "is at " + status.schema() + ", " + problem, "make a backup, then `alluse db migrate`");
        }
        return problem.startsWith("the schema is missing")
                ? Health.warn("schema", problem, "alluse db start")
                : Health.bad("schema", problem, "see docs/runbook.md, the database will not start");
    }

    static Health roles(DatabaseStatus status) {
        List<String> needed = List.of("alluse_owner", "alluse_program", "alluse_reader");
        List<String> missing =
                needed.stream().filter(role -> !status.roles().contains(role)).toList();
        return missing.isEmpty()
                ? Health.ok("roles", String.join(", ", needed))
                : Health.bad("roles", "missing: " + String.join(", ", missing), "alluse db migrate");
    }

    /** Settings that nothing refuses, and that cost a night all the same. */
    static Health settings(List<String> doubtful) {
        return doubtful.isEmpty()
                ? Health.ok("settings", "autovacuum, connections and isolation are as they should be")
                : Health.warn("settings", String.join("; ", doubtful), "change that at the server");
    }

    /** What would let somebody rewrite the past, or see what is not theirs. */
    static Health rights(List<String> wrong) {
        return wrong.isEmpty()
                ? Health.ok("rights", "history is closed to changes, partitions to readers")
                : Health.bad(
                        "rights",
                        String.join("; ", wrong),
                        "somebody has changed that by hand: revoke it, then `alluse ledger verify`");
    }

    static Health clock(Instant ours, Instant theirs) {
        Duration apart = Duration.between(ours, theirs).abs();
        String text = "apart from the database's by " + Durations.text(apart);
        if (apart.compareTo(DANGEROUS) > 0) {
            return Health.bad(
                    "clock", text, "let both machines keep time by NTP: business dates are taken from the clock");
        }
        return apart.compareTo(TOLERATED) > 0
                ? Health.warn("clock", text, "let both machines keep time by NTP")
                : Health.ok("clock", text);
    }
}
