package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that does something: its answer goes to standard output, all else to standard error. */
abstract class Verb implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private GlobalOptions options;

    @Nullable
    private Supplier<Database> opener;

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
        return systemClock();
    }

    /** The one place where the program looks at the clock. */
    static Clock systemClock() {
        return Clock.systemUTC();
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

    /** Works on a database that is open already, whatever the options say. */
    void workOn(Supplier<Database> open) {
        opener = open;
    }

    PolicyBook book() {
        Path jobs = options.jobs();
        return jobs == null ? PolicyBook.shipped() : PolicyBook.of(jobs);
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
