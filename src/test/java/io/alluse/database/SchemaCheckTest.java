package io.alluse.database;

import static io.alluse.database.Sessions.execute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.database.Migrations.Migration;
import io.alluse.database.SchemaCheck.Applied;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static final DatabaseSettings SETTINGS = DatabaseSettings.of(
                    Path.of("unused"), DatabaseSettings.EMBEDDED, Map.of())
            .withoutDurability();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         APPLIED         | SHIPPED         | STATE
         1:7 2:8         | 1:7 2:8         | current V002
                         | 1:7 2:8         | empty
         1:7             | 1:7 2:8 3:9     | older V001 V003
         1:7 2:8 3:9     | 1:7 2:8         | database is at V003, program knows V002 only: use the newer alluse
         1:7 2:6         | 1:7 2:8         | migration V002 was applied with other content (checksum 6, shipped 8)
         1:7 3:8         | 1:7 2:8 3:8     | migration V003 was applied where this program has V002
         1:7 2:8!        | 1:7 2:8         | migration V002 has failed in this database
        """, useHeadersInDisplayName = true)
    void what_was_applied_has_to_be_a_beginning_of_what_is_shipped(
            @Nullable String applied, String shipped, String expected) {
        List<Applied> history =
                words(applied).stream().map(SchemaCheckTest::applied).toList();
        List<Migration> migrations =
                words(shipped).stream().map(SchemaCheckTest::migration).toList();
        assertThat(text(SchemaCheck.compare(history, migrations))).startsWith(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         update flyway_schema_history set success = false where version = '002'                 | V002 has failed
         update flyway_schema_history set checksum = 1 where version = '001'                    | V001 was applied with other content
         insert into flyway_schema_history values (999, '999', 'x', 'SQL', 'x', 1, 'x', now(), 1, true) | database is at V999
         drop table flyway_schema_history                                                       | without a migration history
        """)
    void a_database_that_is_not_what_it_should_be_is_refused(String tampering, String reason) throws SQLException {
        try (TestDatabase test = TestDatabase.create()) {
            execute(test.owner(), tampering);
            assertRefused(test.site(), reason);
        }
    }

    @Test
    void a_database_of_others_is_refused_and_left_alone() throws SQLException {
        try (TestDatabase test = TestDatabase.empty()) {
            execute(test.superuser(), "create table public.customers (id int)");
            assertRefused(test.site(), "holds 1 tables of others (such as public.customers) and no schema alluse");
        }
    }

    @Test
    void what_we_found_is_what_flyway_wrote() throws SQLException {
        try (TestDatabase test = TestDatabase.create()) {
            new Preparation(test.site(), SETTINGS, false).run();
            assertThat(test.database().describe().schema())
                    .isEqualTo(Migrations.shipped().getLast().name());
        }
    }

    @Test
    void a_database_that_could_forget_commits_is_refused() throws SQLException {
        // the servers of these tests run without fsync
        try (TestDatabase test = TestDatabase.create()) {
            DatabaseSettings durable = DatabaseSettings.of(Path.of("unused"), DatabaseSettings.EMBEDDED, Map.of());
            assertThatThrownBy(() -> new Preparation(test.site(), durable, false).run())
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("could lose what it has committed: fsync = off, full_page_writes = off");
            assertThat(test.database().describe().durable()).isFalse();
        }
    }

    private static void assertRefused(Site site, String reason) {
        assertThatThrownBy(() -> new Preparation(site, SETTINGS, true).run())
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(Exit.ENVIRONMENT))
                .hasMessageContaining(reason)
                .hasMessageNotContaining("\n");
    }

    private static String text(SchemaState state) {
        return switch (state) {
            case SchemaState.Current(String version) -> "current " + version;
            case SchemaState.Empty() -> "empty";
            case SchemaState.Older(String version, String needed) -> "older " + version + " " + needed;
            case SchemaState.Refused(String reason) -> reason;
        };
    }

    private static List<String> words(@Nullable String text) {
        return text == null ? List.of() : Arrays.asList(text.split(" "));
    }

    private static Applied applied(String word) {
        Migration migration = migration(word.replace("!", ""));
        return new Applied(migration.version(), migration.checksum(), !word.endsWith("!"));
    }

    private static Migration migration(String word) {
        String[] parts = word.split(":");
        return new Migration(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }
}
