package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that every command takes; a flag beats the environment, the environment beats the default. */
final class GlobalOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "where all state lives (default: $$ALLUSE_HOME or ./var)")
    @Nullable
    private Path home;

    @Option(
            names = "--db",
            paramLabel = "URL",
            description =
                    "embedded, or jdbc:postgresql://… (default: $$ALLUSE_DB_URL or embedded); user and password come"
                            + " from the environment or a file, never from here")
    @Nullable
    private String db;

    @Option(
            names = "--jobs",
            paramLabel = "DIR",
            description = "take policies, job definitions and calendars from DIR instead of those shipped")
    @Nullable
    private Path jobs;

    @Option(names = "--json", description = "answer as JSON")
    private boolean json;

    @Option(names = "--quiet", description = "print only what a script needs")
    private boolean quiet;

    private boolean debug;

    @Option(
            names = "--operator",
            paramLabel = "NAME",
            description = "a note for the audit: on whose behalf (never an approver)")
    @Nullable
    private String operator;

    /** The frameworks beneath a job log what they catch, too. */
    @Option(names = "--debug", description = "show stack traces")
    void debug(boolean shown) {
        debug = shown;
        if (shown) {
            System.setProperty("ALLUSE_BATCH_LOG_LEVEL", "WARN");
        }
    }

    /** Set before the first line is logged: the log is configured when it is first used. */
    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            description = "how log lines on stderr look: ${COMPLETION-CANDIDATES} (default: $$ALLUSE_LOG or text)")
    void logFormat(LogFormat format) {
        System.setProperty("ALLUSE_LOG", format.name());
    }

    Path home(Map<String, String> environment) {
        if (home != null) {
            return home.toAbsolutePath().normalize();
        }
        return Path.of(environment.getOrDefault("ALLUSE_HOME", "var"))
                .toAbsolutePath()
                .normalize();
    }

    /** Nothing is made where a home is mistyped. */
    DatabaseSettings existing(DatabaseSettings settings, Map<String, String> environment) {
        if (!Database.exists(settings)) {
            throw Fault.environment("no database in " + home(environment) + " (" + homeGivenBy(environment)
                    + "); give the --home of yours, or make one there with `alluse db start` or `alluse demo`");
        }
        return settings;
    }

    private String homeGivenBy(Map<String, String> environment) {
        if (home != null) {
            return "from --home";
        }
        return environment.containsKey("ALLUSE_HOME") ? "from ALLUSE_HOME" : "the default";
    }

    String db(Map<String, String> environment) {
        return db != null ? db : environment.getOrDefault("ALLUSE_DB_URL", "embedded");
    }

    /** Where this command works, in words for another one. */
    List<String> where(Map<String, String> environment) {
        List<String> words = new ArrayList<>(List.of("--home", home(environment).toString(), "--db", db(environment)));
        if (jobs != null) {
            words.addAll(List.of("--jobs", jobs.toString()));
        }
        return words;
    }

    @Nullable
    Path jobs() {
        return jobs;
    }

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    boolean debug() {
        return debug;
    }

    @Nullable
    String operator() {
        return operator;
    }
}
