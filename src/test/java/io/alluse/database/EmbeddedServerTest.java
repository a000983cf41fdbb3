package io.alluse.database;

import static io.alluse.database.Sessions.execute;
import static io.alluse.database.Sessions.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedServerTest {

    private static final Homes HOMES = new Homes();
    private static final String INSERT = "insert into batch_job_instance values (1, 0, 'nightly', 'k')";
    private static final String COUNT = "select count(*) from batch_job_instance";

    @AfterAll
    static void stop() throws IOException {
        HOMES.close();
    }

    @Test
    void the_first_command_starts_a_server_and_the_second_finds_it() throws IOException {
        Path home = HOMES.fresh("with a blank, it's ");
        List<String> said = new ArrayList<>();
        DatabaseSettings settings = Homes.settings(home).withProgress(said::add);
        Database.open(settings).close();
        long pid = Homes.process(home).pid();
        long said1 = said.size();

        long start = System.nanoTime();
        Database.open(settings).close();
        long millis = (System.nanoTime() - start) / 1_000_000;

        assertThat(Homes.process(home).pid()).isEqualTo(pid);
        assertThat(said).hasSize((int) said1).contains("starting the database in " + home, "creating the schema");
        assertThat(millis).as("milliseconds of an open").isLessThan(1_000);
    }

    @Test
    void it_is_durable_checksummed_and_listens_on_the_loopback_only() throws IOException, SQLException {
        Path home = HOMES.fresh("settings");
        try (Database database = Database.open(Homes.settings(home))) {
            assertThat(value(Homes.server(home).started().administrator(), """
                    select current_setting('fsync'), current_setting('full_page_writes'),
                           current_setting('synchronous_commit'), current_setting('data_checksums'),
                           current_setting('listen_addresses'), current_setting('unix_socket_directories'),
                           current_setting('jit'), current_setting('server_encoding')
                    """))
                    .isEqualTo("on,on,on,on,127.0.0.1,,off,UTF8");
            assertThat(value(database.program(), "show server_version")).isEqualTo(Binaries.VERSION);
            assertThat(value(
                            database.program(),
                            "select datcollate, datlocale, datlocprovider from pg_database"
                                    + " where datname = 'alluse'"))
                    .isEqualTo("C,C.UTF-8,b");
        }
    }

    @Test
    void commands_that_start_at_once_share_one_server() throws Exception {
        Path home = HOMES.fresh("at-once");
        Callable<String> thread = () -> {
            try (Database database = Database.open(Homes.settings(home))) {
                return value(database.program(), "show port");
            }
        };
        Callable<String> process = () -> {
            CommandLineProcess.Answer answer = CommandLineProcess.run("db", "start", "--quiet", "--home", "" + home);
            assertThat(answer.exit()).as(answer.err()).isZero();
            return answer.out().replaceAll(".*:|/.*", "").strip();
        };
        Set<String> ports = new HashSet<>();
        try (var executor = Executors.newFixedThreadPool(4)) {
            for (Future<String> port : executor.invokeAll(List.of(thread, thread, process, process))) {
                ports.add(port.get());
            }
        }
        assertThat(ports).containsExactly("" + Homes.process(home).port());
    }

    @Test
    void committed_data_survive_a_killed_server() throws IOException, SQLException, InterruptedException {
        Path home = HOMES.fresh("killed");
        Database database = Database.open(Homes.settings(home));
        execute(database.program(), INSERT);
        // a session in the middle of something: its process outlives the postmaster for a moment
        try (Connection connection = database.program().getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("update batch_job_instance set version = 9");
            Homes.kill(home);
        } catch (SQLException e) {
            assertThat(e.getSQLState()).startsWith("08");
        }
        try (Database again = Database.open(Homes.settings(home))) {
            assertThat(value(again.program(), "select count(*), max(version) from batch_job_instance"))
                    .isEqualTo("1,0");
        }
    }

    @Test
    void a_pid_file_that_names_another_program_is_no_obstacle() throws IOException, SQLException {
        Path home = HOMES.fresh("reused");
        try (Database database = Database.open(Homes.fast(home))) {
            execute(database.program(), INSERT);
        }
        Homes.kill(home);
        Path file = Home.of(home).pidFile();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(0, "" + ProcessHandle.current().pid());
        Files.write(file, lines);
        assertThat(Database.status(Homes.fast(home)).running()).isFalse();
        try (Database database = Database.open(Homes.fast(home))) {
            assertThat(value(database.program(), COUNT)).isEqualTo("1");
        }
    }

    @Test
    void what_a_start_that_was_cut_off_left_behind_is_cleared_away() throws IOException, SQLException {
        Path home = HOMES.fresh("cut-off");
        Files.createDirectories(home.resolve("data.new-1").resolve("data").resolve("base"));
        Database.open(Homes.fast(home)).close();
        assertThat(home.resolve("data.new-1")).doesNotExist();

        // killed after the server was up and before the roles were whole
        Files.delete(Home.of(home).ready());
        Database.open(Homes.fast(home)).close();
        assertThat(Home.of(home).ready()).exists();

        Homes.server(home).stop("immediate");
        Files.writeString(Home.of(home).pidFile(), "");
        try (Database database = Database.open(Homes.fast(home))) {
            assertThat(value(database.program(), COUNT)).isEqualTo("0");
        }
    }

    @Test
    void stop_is_clean_and_the_next_start_keeps_the_port_unless_it_is_taken() throws IOException, SQLException {
        Path home = HOMES.fresh("stopped");
        DatabaseSettings settings = Homes.fast(home);
        Database.open(settings).close();
        int port = Homes.process(home).port();

        assertThat(Database.stop(settings, false)).isTrue();
        assertThat(Database.stop(settings, false)).isFalse();
        Database.open(settings).close();
        assertThat(Homes.process(home).port()).isEqualTo(port);
        assertThat(Files.readString(Home.of(home).log())).doesNotContain("not properly shut down");

        assertThat(Database.stop(settings, false)).isTrue();
        try (ServerSocket _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Database.open(settings).close();
            assertThat(Homes.process(home).port()).isNotEqualTo(port);
        }
    }

    @Test
    void stop_is_refused_while_others_work_unless_forced() throws IOException, SQLException {
        Path home = HOMES.fresh("busy");
        DatabaseSettings settings = Homes.fast(home);
        try (Database database = Database.open(settings);
                Connection _ = database.program().getConnection()) {
            assertThatThrownBy(() -> Database.stop(settings, false))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("in use by 1 session(s) (alluse as alluse_program)");
            assertThat(Database.stop(settings, true)).isTrue();
        }
    }

    @Test
    void passwords_are_for_the_owner_of_the_home_only_and_their_loss_is_said() throws IOException {
        Path home = HOMES.fresh("passwords");
        Database.open(Homes.fast(home)).close();
        Path file = Home.of(home).passwords();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Path aside = Files.move(file, home.resolve("aside"));
        assertThatThrownBy(() -> Database.open(Homes.fast(home)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("secret/passwords is missing");
        Files.move(aside, file);
    }

    @Test
    void root_runs_the_server_as_the_owner_of_the_home() throws IOException, SQLException {
        assumeTrue(new com.sun.security.auth.module.UnixSystem().getUid() == 0, "only root can lend identities");
        int nobody = 65534;
        Path home = HOMES.fresh("lent");
        Trees.give(home, nobody, nobody);
        try (Database database = Database.open(Homes.fast(home))) {
            assertThat(value(database.program(), COUNT)).isEqualTo("0");
        }
        assertThat(Trees.owner(Path.of("/proc/" + Homes.process(home).pid()))).isEqualTo(nobody);
        assertThat(Trees.owner(Home.of(home).passwords())).isEqualTo(nobody);
        assertThat(Database.stop(Homes.fast(home), false)).isTrue();
    }

    @Test
    void root_without_namespaces_lends_the_home_to_another_user() throws IOException {
        assumeTrue(new com.sun.security.auth.module.UnixSystem().getUid() == 0, "only root can lend identities");
        Path home = HOMES.fresh("no-unshare");
        Path programs = Files.createDirectories(home.resolve("bin"));
        for (String program : List.of("setpriv", "true")) {
            Files.createSymbolicLink(programs.resolve(program), Path.of("/usr/bin", program));
        }
        CommandLineProcess.Answer answer =
                CommandLineProcess.run(java.util.Map.of("PATH", "" + programs), "db", "start", "--home", "" + home);
        assertThat(answer.exit()).as(answer.err()).isZero();
        assertThat(Trees.owner(Path.of("/proc/" + Homes.process(home).pid())))
                .isEqualTo(Trees.owner(home))
                .isNotZero();
        assertThat(Trees.owner(programs)).as("not ours to give").isZero();
    }

    @Test
    void an_ordinary_user_starts_and_stops_a_server() throws IOException {
        assumeTrue(new com.sun.security.auth.module.UnixSystem().getUid() == 0, "the other tests show it");
        Path home = HOMES.fresh("ordinary");
        int nobody = 65534;
        Trees.give(home, nobody, nobody);
        Path classes = CommandLineProcess.readableClasses(home);
        assertThat(CommandLineProcess.runAs(nobody, classes, "db", "start", "--home", "" + home))
                .satisfies(answer -> assertThat(answer.exit()).as(answer.err()).isZero());
        // root's commands find the same server
        assertThat(Database.status(Homes.settings(home)).problem()).isEmpty();
        assertThat(CommandLineProcess.runAs(nobody, classes, "db", "stop", "--home", "" + home)
                        .out())
                .isEqualTo("stopped\n");
    }

    @Test
    void data_of_another_major_version_are_left_alone() throws IOException {
        Path home = HOMES.fresh("old");
        Files.createDirectories(home.resolve("data"));
        Files.writeString(home.resolve("data/PG_VERSION"), "17\n");
        assertThatThrownBy(() -> Database.open(Homes.settings(home)))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("was made by PostgreSQL 17, this program brings 18");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
         a file in the way/x  | cannot be made
         with "quotes"        | holds a character that PostgreSQL's tools cannot quote
         with $HOME           | holds a character that PostgreSQL's tools cannot quote
        """)
    void a_home_that_cannot_work_is_refused_in_one_line(String name, String reason) throws IOException {
        Path parent = HOMES.fresh("bad");
        Files.createFile(parent.resolve("a file in the way"));
        assertThatThrownBy(() -> Database.open(Homes.settings(parent.resolve(name))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining(reason)
                .hasMessageContaining("choose another directory with --home");
    }

    @Test
    void a_home_whose_path_is_too_long_is_refused() throws IOException {
        Path parent = HOMES.fresh("long");
        assertThatThrownBy(() -> Database.open(Homes.settings(parent.resolve("x/".repeat(400)))))
                .isInstanceOf(Fault.class)
                .hasMessageContaining("is too long for PostgreSQL");
    }
}
