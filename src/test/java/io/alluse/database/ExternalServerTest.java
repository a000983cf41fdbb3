package io.alluse.database;

import static io.alluse.database.Sessions.execute;
import static io.alluse.database.Sessions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExternalServerTest {

    private static final Map<String, String> ONE_LOGIN =
            Map.of("ALLUSE_DB_USER", "dba", "ALLUSE_DB_PASSWORD", "of the dba");

    @Nested
    class OldestSupported extends OnAnyVersion {

        @Override
        Path programs() throws IOException {
            assumeTrue(ForeignServer.installed().isPresent(), "no PostgreSQL is installed on this machine");
            return ForeignServer.installed().orElseThrow();
        }
    }

    @Nested
    class Newest extends OnAnyVersion {

        @Override
        Path programs() throws IOException {
            try (Homes homes = new Homes()) {
                return Binaries.unpacked(Home.of(homes.fresh("bin")), line -> {})
                        .toRealPath()
                        .resolve("bin");
            }
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    abstract static class OnAnyVersion {

        @SuppressWarnings("NullAway.Init")
        private ForeignServer server;

        abstract Path programs() throws IOException;

        @BeforeAll
        void start() throws IOException, SQLException {
            Path parent = Files.createDirectories(Path.of("target/homes").toAbsolutePath());
            server = ForeignServer.start(Files.createTempDirectory(parent, "foreign"), programs());
            execute(
                    server.admin("postgres"),
                    "create role dba login createrole password 'of the dba'",
                    "create role plain login password 'of plain'",
                    "create role \"odd name\" login password 'of odd'");
        }

        @AfterAll
        void stop() throws IOException {
            if (server != null) {
                server.close();
            }
        }

        private String database(String name, String owner) throws SQLException {
            execute(server.admin("postgres"), "create database " + name + " owner " + owner);
            return name;
        }

        @Test
        void whoever_may_create_roles_gets_an_empty_database_going() throws SQLException {
            DatabaseSettings settings = server.settings(database("fresh", "dba"), ONE_LOGIN);
            try (Database database = Database.open(settings)) {
                assertThat(value(database.program(), "select session_user, current_user"))
                        .isEqualTo("dba,alluse_program");
                assertThat(value(database.owner(), "select current_user")).isEqualTo("alluse_owner");
                assertThat(value(database.reader(), "select current_user")).isEqualTo("alluse_reader");
                assertThat(value(database.owner(), "select tableowner from pg_tables where tablename = 'qrtz_locks'"))
                        .isEqualTo("alluse_owner");
                assertThat(value(server.admin("fresh"), """
                        select has_database_privilege('plain', 'fresh', 'connect'),
                               has_schema_privilege('plain', 'public', 'create')
                        """)).isEqualTo("f,f");
            }
            Database.open(settings).close();
            assertThat(Database.status(settings).problem()).isEmpty();
        }

        @Test
        void a_second_login_posts_and_never_owns() throws SQLException, IOException {
            Path file = Files.writeString(Files.createTempFile("pw", ".txt"), "of odd\n");
            Map<String, String> two = Map.of(
                    "ALLUSE_DB_USER",
                    "odd name",
                    "ALLUSE_DB_PASSWORD_FILE",
                    "" + file,
                    "ALLUSE_DB_OWNER_USER",
                    "dba",
                    "ALLUSE_DB_OWNER_PASSWORD",
                    "of the dba");
            try (Database database = Database.open(server.settings(database("two", "dba"), two))) {
                assertThat(value(database.program(), "select session_user, current_user"))
                        .isEqualTo("odd name,alluse_program");
                assertThatThrownBy(() -> execute(database.program(), "set role alluse_owner"))
                        .hasMessageContaining("permission denied");
            }
            Files.delete(file);
        }

        @Test
        void a_person_reads_with_a_login_of_their_own_and_the_program_as_the_reporting_role() throws SQLException {
            DatabaseSettings settings = server.settings(database("read", "dba"), ONE_LOGIN);
            Database.open(settings).close();
            execute(server.admin("read"), "grant alluse_reader to plain");
            Map<String, String> plain = Map.of("ALLUSE_DB_USER", "plain", "ALLUSE_DB_PASSWORD", "of plain");
            try (Database database = Database.reading(server.settings("read", plain))) {
                assertThat(value(database.reader(), "select session_user, current_user"))
                        .isEqualTo("plain,plain");
            }
            try (Database database = Database.reading(settings)) {
                assertThat(value(database.reader(), "select session_user, current_user"))
                        .isEqualTo("dba,alluse_reader");
            }
            DatabaseSettings empty = server.settings(database("unprepared", "dba"), plain);
            assertThatThrownBy(() -> Database.reading(empty)).hasMessageContaining("there is no schema alluse");
        }

        @Test
        void who_may_not_is_told_what_the_administrator_has_to_run() throws SQLException {
            Map<String, String> plain = Map.of("ALLUSE_DB_USER", "plain", "ALLUSE_DB_PASSWORD", "of plain");
            DatabaseSettings settings = server.settings(database("asked", "admin"), plain);
            String message = message(() -> Database.open(settings));
            assertThat(message).contains("ask its administrator to run there: ").doesNotContain("\n");
            // it is exactly what makes it work
            execute(server.admin("asked"), message.replaceFirst(".*run there: ", ""));
            Database.open(settings).close();
        }

        @Test
        void an_older_database_is_migrated_on_demand_only() throws SQLException {
            DatabaseSettings settings = server.settings(database("older", "dba"), ONE_LOGIN);
            Site site = Sites.of(settings);
            site.prepare();
            Flyway.configure()
                    .dataSource(site.as(Role.OWNER))
                    .defaultSchema("alluse")
                    .locations("classpath:sql")
                    .placeholderReplacement(false)
                    .target("1")
                    .load()
                    .migrate();
            String needed = Migrations.shipped().getLast().name();
            assertThat(message(() -> Database.open(settings)))
                    .contains(
                            "database is at V001, program needs " + needed + ": back up, then run `alluse db migrate`");
            assertThat(Database.status(settings).schema()).isEqualTo("V001");
            Database.migrate(settings).close();
            Database.open(settings).close();
        }

        @Test
        void two_programs_that_create_the_schema_at_once_agree() throws Exception {
            DatabaseSettings settings = server.settings(database("race", "dba"), ONE_LOGIN);
            try (var executor = java.util.concurrent.Executors.newFixedThreadPool(2)) {
                java.util.concurrent.Callable<String> open = () -> {
                    try (Database database = Database.open(settings)) {
                        return database.describe().schema();
                    }
                };
                for (var schema : executor.invokeAll(java.util.List.of(open, open))) {
                    assertThat(schema.get())
                            .isEqualTo(Migrations.shipped().getLast().name());
                }
            }
        }

        @Test
        void a_database_that_could_forget_commits_is_refused() throws SQLException {
            DatabaseSettings settings = server.settings(database("forgetful", "dba"), ONE_LOGIN);
            execute(server.admin("forgetful"), "alter database forgetful set synchronous_commit = off");
            assertThat(message(() -> Database.open(settings))).contains("synchronous_commit = off");
            assertThat(value(server.admin("forgetful"), "select count(*) from pg_namespace where nspname = 'alluse'"))
                    .isEqualTo("0");
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
             dba  | wrong      | postgres | password authentication failed
             dba  | of the dba | nowhere  | database "nowhere" does not exist
            """)
        void a_login_that_fails_says_so_in_one_line(String user, String password, String database, String reason) {
            Map<String, String> login = Map.of("ALLUSE_DB_USER", user, "ALLUSE_DB_PASSWORD", password);
            assertThat(message(() -> Database.open(server.settings(database, login))))
                    .contains(reason)
                    .contains(server.url(database))
                    .doesNotContain("\n");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         URL                                                | EXIT        | SAYS
         jdbc:postgresql://h:5432/db?user=x&password=s3cret | USAGE       | do not belong into the URL
         jdbc:postgresql://h:5432/db?password=s3cret        | USAGE       | do not belong into the URL
         jdbc:postgresql://x:s3cret@h:5432/db               | USAGE       | --db
         postgresql://x:s3cret@h/db                         | USAGE       | expected embedded or jdbc:postgresql://host:port/name
         oracle                                             | USAGE       | --db oracle: expected embedded or
         jdbc:postgresql://127.0.0.1:1/db                   | ENVIRONMENT | set ALLUSE_DB_USER
        """, useHeadersInDisplayName = true)
    void a_url_that_cannot_work_is_refused_and_no_secret_is_repeated(String url, Exit exit, String says) {
        assertThatThrownBy(() -> Database.open(DatabaseSettings.of(Path.of("unused"), url, Map.of())))
                .isInstanceOfSatisfying(
                        Fault.class, fault -> assertThat(fault.exit()).isEqualTo(exit))
                .hasMessageContaining(says)
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void nobody_listening_is_said_in_one_line() {
        DatabaseSettings settings =
                DatabaseSettings.of(Path.of("unused"), "jdbc:postgresql://127.0.0.1:1/db", ONE_LOGIN);
        assertThat(message(() -> Database.open(settings)))
                .contains("jdbc:postgresql://127.0.0.1:1/db cannot be used: Connection to 127.0.0.1:1 refused")
                .doesNotContain("\n");
        assertThat(Database.status(settings).running()).isFalse();
    }

    private static String message(java.util.concurrent.Callable<?> call) {
        try {
            call.call();
        } catch (Fault fault) {
            assertThat(fault.exit()).isEqualTo(Exit.ENVIRONMENT);
            return String.valueOf(fault.getMessage());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        throw new AssertionError("nothing was refused");
    }
}
