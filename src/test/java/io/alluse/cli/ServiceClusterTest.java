package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.database.CommandLineProcess;
import io.alluse.database.CommandLineProcess.Answer;
import io.alluse.database.CommandLineProcess.Running;
import io.alluse.database.Homes;
import io.alluse.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Services in processes of their own on one database, a week behind, with clocks that are minutes apart: one is killed, one stands still
 * and wakes up again, one loses its connections. Where a run stands then is no matter of luck: it waits for a lock that the test holds.
 */
class ServiceClusterTest {

    private static final String OBSTACLE = "lock table alluse.work_partition in exclusive mode";
    private static final long PATIENCE_NANOS = 90_000_000_000L;
    private static final int DATES = 4;
    private static final Map<String, String> AHEAD =
            Map.of(Verb.CLOCK_OFFSET, "PT7M", "JAVA_TOOL_OPTIONS", "-Dalluse.lock.silence=3");
    private static final Map<String, String> BEHIND =
            Map.of(Verb.CLOCK_OFFSET, "-PT5M", "JAVA_TOOL_OPTIONS", "-Dalluse.lock.silence=3");

    @TempDir
    private Path dir;

    @Test
    @Timeout(240)
    void each_date_is_run_once_and_in_order_whoever_dies() throws IOException, SQLException {
        Path jobs = Files.createDirectory(dir.resolve("jobs"));
        Files.writeString(jobs.resolve("funding.yaml"), definition("funding", "0 19 * * *", "[]"));
        Files.writeString(
                jobs.resolve("tax-and-buffer.yaml"), definition("tax-and-buffer", "30 19 * * *", "[funding]"));
        copyPolicies(jobs);
        try (Homes homes = new Homes()) {
            Path home = homes.fresh("cluster");
            fill(new Typed(), home);
            DataSource database = Homes.administrator(home);
            Cluster cluster = new Cluster(database, jobs, home);
            cluster.isBehindSince(firstDate().minusDays(1));
            List<Running> services = new ArrayList<>();
            try {
                services.add(cluster.start(AHEAD));
                services.add(cluster.start(BEHIND));
                cluster.disturbed(services);
                cluster.awaitDone();
                cluster.ended(services);
            } catch (AssertionError e) {
                throw new AssertionError(e.getMessage() + cluster.told(services), e);
            } finally {
                services.forEach(service -> service.process().destroyForcibly());
            }
            assertThat(cluster.rows.of("""
                            select d.definition, d.business_date, d.state, r.outcome
                            from alluse.due d join alluse.run r on r.id = d.run_id order by r.id""")).isEqualTo(expected());
            assertThat(cluster.rows.number(
                            "select count(*) from alluse.run where job in ('funding', 'tax-and-buffer')"))
                    .isEqualTo(2L * DATES);
            assertThat(chains(cluster.rows)).isEqualTo(undisturbed());
        }
    }

    private static LocalDate firstDate() {
        LocalDate day = BusinessDay.today(Clock.systemUTC()).date().minusDays(1);
        for (int counted = 0; ; day = day.minusDays(1)) {
            counted += BusinessDays.isOne(day) ? 1 : 0;
            if (counted == DATES) {
                return day;
            }
        }
    }

    private static List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int i = 0; i < DATES; i++) {
            dates.add(BusinessDays.after(firstDate(), i));
        }
        return dates;
    }

    private static List<String> expected() {
        return dates().stream()
                .flatMap(date ->
                        List.of("funding", "tax-and-buffer").stream().map(job -> job + " " + date + " DONE COMPLETED"))
                .toList();
    }

    private static String definition(String job, String cron, String after) {
        return """
                name: %1$s
                purpose: "test"
                job: %1$s
                arguments: []
                dates: every-trading-day
                runs: after-close
                cron: "%2$s"
                zone: America/New_York
                calendar: nyse
                earlyClose: shift
                after: %3$s
                catchUp: all-in-order
                width:
                  partitions: auto
                  threads: 1
                  chunk: 2000
                timeLimit: 1h
                deadline: 4h
                retries: 3
                """.formatted(job, cron, after);
    }

    private static void copyPolicies(Path jobs) throws IOException {
        Path shipped = Path.of("jobs");
        try (Stream<Path> policies = Files.walk(shipped.resolve("policies"))) {
            for (Path one : policies.toList()) {
                Files.copy(one, jobs.resolve(shipped.relativize(one)));
            }
        }
    }

    /** Accounts with a quarter of a broker's statement, so that there is tax to accrue. */
    private static void fill(Typed typed, Path home) {
        String end = " --quiet --date " + firstDate().minusDays(7) + " --home " + home;
        assertThat(typed.run("job run initial-capitalization --plan " + sample("capital-plan.csv") + end))
                .as(typed.err())
                .isZero();
        assertThat(typed.run("statement import " + sample("statements/schwab.csv") + " --account DEMO:1061" + end))
                .as(typed.err())
                .isZero();
    }

    private static Path sample(String name) {
        return Path.of("sample-data", name).toAbsolutePath();
    }

    private static List<String> chains(Rows rows) {
        return rows.of("""
                select a.code, h.last_no, encode(h.last_hash, 'hex') from alluse.account a
                join alluse.account_head h on h.account_id = a.id order by a.code""");
    }

    private List<String> undisturbed() {
        try (TestDatabase test = TestDatabase.create()) {
            Typed typed = Typed.on(test);
            fill(typed, dir);
            for (LocalDate date : dates()) {
                for (String job : List.of("funding", "tax-and-buffer")) {
                    assertThat(typed.run("job run " + job + " --date " + date))
                            .as(typed.err())
                            .isZero();
                }
            }
            return chains(Rows.of(test.superuser()));
        }
    }

    /** What the processes do to the database, and what is done to them. */
    private static final class Cluster {

        private final DataSource database;
        private final Rows rows;
        private final Path jobs;
        private final Path home;

        Cluster(DataSource database, Path jobs, Path home) {
            this.database = database;
            this.rows = Rows.of(database);
            this.jobs = jobs;
            this.home = home;
        }

        void isBehindSince(LocalDate day) {
            rows.execute("insert into alluse.schedule_state (definition, planned_until)"
                    + " select unnest(array['funding', 'tax-and-buffer']), '" + day + " 23:59Z'");
        }

        /** All that one wants to know where it went wrong. */
        String told(List<Running> services) throws IOException {
            StringBuilder told = new StringBuilder();
            rows.of("select definition, business_date, state, node, claims, why from alluse.due order by id")
                    .forEach(row -> told.append('\n').append(row));
            for (Running service : services) {
                told.append('\n').append(service.process()).append('\n');
                told.append(Files.exists(service.err()) ? Files.readString(service.err()) : "");
            }
            return told.toString();
        }

        Running start(Map<String, String> environment) throws IOException {
            return CommandLineProcess.start(
                    environment, ("serve --no-http --every 1s --jobs " + jobs + " --home " + home).split(" "));
        }

        void disturbed(List<Running> services) throws IOException, SQLException {
            long killed;
            try (Held _ = new Held()) {
                killed = awaitRunning(0);
                serviceOf(services, killed).signal("KILL");
            }
            services.add(start(AHEAD));
            Running standing;
            try (Held _ = new Held()) {
                long stopped = awaitRunning(killed);
                standing = serviceOf(services, stopped);
                standing.signal("STOP");
                await("another one to take over", () -> running() != stopped && running() != 0);
                cutOff(serviceOf(services, running()));
            }
            standing.signal("CONT");
        }

        /** Whenever it meets the lock its connection is cut; it goes on by itself. */
        private void cutOff(Running service) {
            await("it to begin again", () -> {
                rows.of("select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'");
                return read(service.err()).contains("going on where it was in");
            });
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        /** A service other than that one has a run that meets the lock. */
        private long awaitRunning(long notThis) {
            await("a run to meet the lock", () -> running() != 0 && running() != notThis && waiting() > 0);
            return running();
        }

        private long waiting() {
            return rows.number("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
        }

        private static Running serviceOf(List<Running> services, long pid) {
            return services.stream()
                    .filter(service -> service.process().pid() == pid)
                    .findFirst()
                    .orElseThrow();
        }

        private long running() {
            return rows.of("select split_part(node, '/', 2) from alluse.due where state = 'RUNNING'").stream()
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        }

        void awaitDone() {
            await(
                    "all dates to be done",
                    () -> rows.number("select count(*) from alluse.due where state = 'DONE'") == 2 * DATES);
        }

        /** Told to end, all that live do. */
        void ended(List<Running> services) throws IOException {
            for (Running service : services) {
                if (service.process().isAlive()) {
                    service.signal("TERM");
                    Answer answer = service.answer();
                    assertThat(answer.exit()).as(answer.err()).isEqualTo(8);
                    assertThat(answer.err()).contains("that of the database; due dates go by the database's");
                }
            }
        }

        private static void await(String what, BooleanSupplier reached) {
            long end = System.nanoTime() + PATIENCE_NANOS;
            while (!reached.getAsBoolean()) {
                assertThat(System.nanoTime()).as("waited for " + what).isLessThan(end);
                LockSupport.parkNanos(20_000_000);
            }
        }

        /** No run can take its first step until this is closed. */
        private final class Held implements AutoCloseable {

            private final Connection connection;

            Held() throws SQLException {
                connection = database.getConnection();
                connection.setAutoCommit(false);
                try (Statement statement = connection.createStatement()) {
                    statement.execute(OBSTACLE);
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        }
    }
}
