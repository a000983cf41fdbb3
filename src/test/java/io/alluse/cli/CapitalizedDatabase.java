package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.CapitalizationReport;
import io.alluse.database.TestDatabase;
import io.alluse.sql.Session;
import java.time.Clock;

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

    public static final BusinessDay OPENING_DAY = PlanDesk.DAY;
    public static final Clock CLOCK = PlanDesk.CLOCK;

    private final TestDatabase test;
    private final Session session;
    private final CapitalizationReport report;

    private CapitalizedDatabase(TestDatabase test, CapitalizationReport report) {
        this.test = test;
        this.session = Session.of(test.database().programPool(4));
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
        try (PlanDesk desk = PlanDesk.on(test)) {
            return desk.allOrNothing(plan);
        }
    }

    /** Another plan on top. */
    public CapitalizationReport capitalize(String plan) {
        return capitalize(test, plan);
    }

    /** Another plan on top, under a later date. */
    public CapitalizationReport capitalize(String plan, BusinessDay date) {
        try (PlanDesk desk = PlanDesk.on(test)) {
            return desk.run(plan, date);
        }
    }

    /** Another plan whose run is stopped once it has staged its rows, before it opens anything. */
    public CapitalizationReport stopped(String plan) {
        try (PlanDesk desk = PlanDesk.on(test)) {
            return desk.stopped(plan);
        }
    }

    /** The database and its other roles. */
    public TestDatabase test() {
        return test;
    }

    /** In the role of the program, with connections for a few threads. */
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
