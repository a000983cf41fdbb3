package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.schedule.JobDefinitions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does something: its answer goes to standard output, all else to standard error. */
abstract class Verb implements Callable<Integer> {

    /** The variable that makes the clock of this process go wrong, for rehearsals: a duration such as {@code -PT5M}. */
    static final String CLOCK_OFFSET = "ALLUSE_CLOCK_OFFSET";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private GlobalOptions options;

    @Nullable
    private Supplier<Database> opener;

    @Nullable
    private Clock clock;

    @Nullable
    private Hosting hosting;

    CommandSpec spec() {
        return spec;
    }

    GlobalOptions options() {
        return options;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    Clock clock() {
        return clock == null ? systemClock() : clock;
    }

    /** The one place where the program looks at the clock; a rehearsal may let it go wrong by so much, and is told of it. */
    static Clock systemClock() {
        String offset = System.getenv(CLOCK_OFFSET);
        if (offset == null) {
            return Clock.systemUTC();
        }
        try {
            return Clock.offset(Clock.systemUTC(), Duration.parse(offset));
        } catch (DateTimeException e) {
            throw Fault.usage(CLOCK_OFFSET + "=" + offset + ": expected a duration such as -PT5M, or nothing", e);
        }
    }

    Path home() {
        return options.home(System.getenv());
    }

    DatabaseSettings databaseSettings() {
        Map<String, String> environment = System.getenv();
        DatabaseSettings settings = DatabaseSettings.of(home(), options.db(environment), environment);
        return options.quiet() ? settings : settings.withProgress(this::note);
    }

    Database database() {
        return opener == null ? Database.open(setsUp() ? databaseSettings() : existing()) : opener.get();
    }

    /** Whether it makes a database where there is none; any other command would make one wherever a home is mistyped. */
    boolean setsUp() {
        return false;
    }

    DatabaseSettings existing() {
        return options.existing(databaseSettings(), System.getenv());
    }

    /** For what only reads: a person's own login suffices. */
    Database readingDatabase() {
        return opener == null ? Database.reading(databaseSettings()) : opener.get();
    }

    /** For one attempt at a run. */
    Workplace workplace(int threads) {
        Hosting host = hosting;
        return host == null ? Workplace.open(database(), threads) : Workplace.of(host);
    }

    /** Where a service carries it out. */
    Optional<Hosting> hosting() {
        return Optional.ofNullable(hosting);
    }

    /** A service carries it out. */
    void workFor(Hosting host) {
        hosting = host;
    }

    /** Works on a database that is open already, whatever the options say. */
    void workOn(Supplier<Database> open) {
        opener = open;
    }

    /** All verbs of a command line work on it. */
    static void workOn(CommandLine line, Supplier<Database> open) {
        each(line, verb -> verb.workOn(open));
    }

    /** Whatever this computer's clock says. */
    void goBy(Clock other) {
        clock = other;
    }

    /** All verbs of a command line go by this clock. */
    static void goBy(CommandLine line, Clock clock) {
        each(line, verb -> verb.goBy(clock));
    }

    private static void each(CommandLine line, Consumer<Verb> what) {
        if (line.getCommand() instanceof Verb verb) {
            what.accept(verb);
        }
        line.getSubcommands().values().forEach(below -> each(below, what));
    }

    PolicyBook book() {
        Path jobs = options.jobs();
        return jobs == null ? PolicyBook.shipped() : PolicyBook.of(jobs);
    }

    /** What is due when. */
    JobDefinitions definitions() {
        Path jobs = options.jobs();
        return jobs == null ? JobDefinitions.shipped() : JobDefinitions.read(jobs);
    }

    AuditContext auditContext() {
        return AuditContext.of(spec.root().commandLine().getParseResult().originalArgs(), options.operator(), clock());
    }

    /** Something worth knowing that is not the answer. */
    void note(String line) {
        err().println("alluse: " + line);
    }

    BusinessDay day(@Nullable String text) {
        return text == null ? BusinessDay.today(clock()) : parsed(text);
    }

    /** For what only reads or rehearses: a date to come is said, not asked about. */
    BusinessDay dateOrToday(@Nullable String text) {
        BusinessDay today = BusinessDay.today(clock());
        BusinessDay date = day(text);
        if (date.compareTo(today) > 0) {
            note("the business date " + date + " is in the future; today is " + today);
        }
        return date;
    }

    private static BusinessDay parsed(String text) {
        try {
            return BusinessDay.parse(text);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--date: " + Fault.reason(e));
        }
    }
}
