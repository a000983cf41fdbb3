package io.alluse.cli;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.Capitalization;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.TestDatabase;
import io.alluse.policy.PolicyBook;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A database of one's own in which the real job has opened the main accounts of a capital plan, for tests of what comes after.
 *
 * <pre>{@code
 * try (CapitalizedDatabase test = CapitalizedDatabase.of("name,capital\nAccount-1,500000\n")) {
 *     new Accounts(test.session()).account("A-000001-GEN") …
 * }
 * }</pre>
 */
public final class CapitalizedDatabase implements AutoCloseable {

    public static final BusinessDay OPENING_DAY = BusinessDay.parse("2026-01-05");
    public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T14:30:00Z"), ZoneOffset.UTC);
    private static final int THREADS = 2;

    private final TestDatabase test;
    private final Session session;
    private final CapitalizationReport report;

    private CapitalizedDatabase(TestDatabase test, CapitalizationReport report) {
        this.test = test;
        this.session = Session.of(test.program());
        this.report = report;
    }

    /** Carries out this plan under {@link #OPENING_DAY}; main accounts are numbered by its rows, from A-000001. */
    public static CapitalizedDatabase of(String plan) {
        TestDatabase test = TestDatabase.create();
        try {
            return new CapitalizedDatabase(test, capitalize(test, plan));
        } catch (RuntimeException e) {
            test.close();
            throw e;
        }
    }

    /** Opens this many main accounts of 500,000 each under the standard policy. */
    public static CapitalizedDatabase ofMains(int mains) {
        StringBuilder plan = new StringBuilder("name,capital\n");
        for (int i = 1; i <= mains; i++) {
            plan.append("Account-").append(i).append(",500000\n");
        }
        return of(plan.toString());
    }

    private static CapitalizationReport capitalize(TestDatabase test, String plan) {
        try (JobContext jobs = JobContext.start(test.database(), THREADS)) {
            Path file = Files.createTempFile("plan", ".csv");
            Files.writeString(file, plan);
            Owner owner = new Owner("test", ProcessHandle.current().pid(), "test");
            Capitalization.Order order =
                    new Capitalization.Order(file, OPENING_DAY, true, THREADS, owner, new StopSignal());
            CapitalizationReport report = capitalization(test, jobs).run(order);
            Files.delete(file);
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Capitalization capitalization(TestDatabase test, JobContext jobs) {
        Session session = jobs.session();
        return new Capitalization(
                session,
                jobs.batch(),
                new Runs(session, test.program(), CLOCK),
                PolicyBook.shipped(),
                Audit.of(jobs.dataSource(), AuditContext.of(List.of("test"), null, CLOCK)));
    }

    /** The database and its other roles. */
    public TestDatabase test() {
        return test;
    }

    /** In the role of the program, a connection per transaction. */
    public Session session() {
        return session;
    }

    public CapitalizationReport report() {
        return report;
    }

    @Override
    public void close() {
        test.close();
    }
}
