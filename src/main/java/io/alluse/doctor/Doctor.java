package io.alluse.doctor;

import io.alluse.account.AccountId;
import io.alluse.backup.Backups;
import io.alluse.backup.Backups.Taken;
import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.database.DatabaseStatus;
import io.alluse.doctor.Health.Verdict;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerVerification;
import io.alluse.policy.PolicyBook;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.service.Backlog;
import io.alluse.sql.Session;
import io.alluse.yaml.Problem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at one thing after the other; what cannot be looked at is told, and keeps no other look from being taken. */
public final class Doctor {

    private static final Duration LATE = Duration.ofHours(1);

    private final Patient patient;
    private final Clock clock;
    private final List<Health> found = new ArrayList<>();

    /**
     * What is examined.
     *
     * @param schedules what is wrong with the job definitions, and how many there are where nothing is
     * @param channels who is told of failures, if not the file of the home says so
     * @param sample of how many accounts the chains are checked
     */
    public record Patient(
            DatabaseSettings settings,
            Path home,
            PolicyBook book,
            Schedules schedules,
            @Nullable Path channels,
            int sample) {}

    /** Job definitions, read when they are looked at. */
    public interface Schedules {

        List<Problem> problems();

        int count();
    }

    private Doctor(Patient patient, Clock clock) {
        this.patient = patient;
        this.clock = clock;
    }

    /** Everything, in an order in which what comes first explains what comes later. */
    public static List<Health> examine(Patient patient, Clock clock) {
        Doctor doctor = new Doctor(patient, clock);
        doctor.machine();
        doctor.look("database", doctor::database);
        return List.copyOf(doctor.found);
    }

    private void machine() {
        look("jdk", () -> found.add(MachineChecks.jdk()));
        look("home", () -> found.add(MachineChecks.home(patient.home())));
        look("disk", () -> found.add(MachineChecks.disk(patient.home())));
        look("policies", () -> found.add(MachineChecks.policies(patient.book())));
        look("schedules", this::schedules);
        look("notifications", () -> found.add(MachineChecks.channels(patient.channels(), patient.home())));
    }

    private void schedules() {
        List<Problem> problems = patient.schedules().problems();
        found.add(ScheduleChecks.definitions(
                problems, problems.isEmpty() ? patient.schedules().count() : 0));
    }

    private void database() {
        DatabaseStatus status = Database.status(patient.settings());
        found.add(DatabaseChecks.server(status));
        if (status.running()) {
            Health schema = DatabaseChecks.schema(status);
            found.add(schema);
            found.add(DatabaseChecks.roles(status));
            Database.asItIs(patient.settings()).ifPresent(database -> inside(database, schema.verdict() == Verdict.OK));
        }
    }

    private void inside(Database database, boolean current) {
        Session session = Session.of(database.program());
        DoctorStore store = new DoctorStore(session);
        look("clock", () -> found.add(DatabaseChecks.clock(clock.instant(), store.clock())));
        look("settings", () -> found.add(DatabaseChecks.settings(store.doubtfulSettings())));
        if (!current) {
            return;
        }
        look("rights", () -> found.add(DatabaseChecks.rights(store.wrongRights())));
        look("runs", () -> runs(new Runs(session, database.program(), clock), store));
        look("due", () -> found.add(ScheduleChecks.due(Backlog.of(session))));
        look("ledger", () -> ledger(database, store));
        look("backups", () -> backups(new Backups(session), store));
        look(
                "undelivered",
                () -> LedgerChecks.untold(store.untold(now().minus(LATE))).ifPresent(found::add));
    }

    private Instant now() {
        return clock.instant();
    }

    private void runs(Runs runs, DoctorStore store) {
        found.add(LedgerChecks.runs(runs, each(runs, store.runs("STARTED"))));
        found.add(LedgerChecks.failed(each(runs, store.runs("FAILED")), store.openSetAsides()));
    }

    private static List<Run> each(Runs runs, List<Long> ids) {
        return ids.stream().map(runs::find).flatMap(Optional::stream).toList();
    }

    private void ledger(Database database, DoctorStore store) {
        List<AccountId> sample = store.sample(patient.sample(), now().getEpochSecond() / 86_400);
        found.add(LedgerChecks.ledger(new LedgerVerification(database.program()), sample));
    }

    private void backups(Backups backups, DoctorStore store) {
        Optional<Taken> last = backups.last();
        found.add(LedgerChecks.backups(
                last.map(Taken::at).orElse(null), last.map(Taken::place).orElse(""), store.isEmpty(), now()));
    }

    private void look(String check, Runnable looking) {
        try {
            looking.run();
        } catch (RuntimeException e) {
            found.add(Health.bad(check, "cannot be looked at: " + Fault.reason(e), "see docs/runbook.md"));
        }
    }
}
