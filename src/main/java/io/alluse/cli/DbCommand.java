package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.database.DatabaseSettings;
import io.alluse.database.DatabaseStatus;
import io.alluse.database.Role;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.text.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that look after the database itself. */
@Command(
        name = "db",
        description = "Starts, stops, shows, migrates, backs up and restores the database.",
        synopsisSubcommandLabel = "VERB",
        subcommands = {
            DbCommand.Start.class,
            DbCommand.Stop.class,
            DbCommand.Status.class,
            DbCommand.Psql.class,
            DbCommand.Migrate.class,
            DbBackupCommand.class,
            DbRestoreCommand.class
        })
final class DbCommand extends Noun {

    /** What all verbs share. */
    abstract static class DbVerb extends Verb {

        void say(String text) {
            out().println(text);
        }

        int answer(DatabaseStatus status) {
            say(options().json() ? DbStatusText.json(status) : text(status));
            return Exit.OK.code();
        }

        private String text(DatabaseStatus status) {
            return options().quiet() ? status.url() : DbStatusText.lines(status);
        }
    }

    @Command(
            name = "start",
            description = {
                "Starts the embedded database, or checks that the external one is usable.",
                "",
                "Examples:",
                "  alluse db start",
                "  alluse db start --home /srv/alluse",
                ""
            })
    static final class Start extends DbVerb {

        @Override
        public Integer call() {
            DatabaseSettings settings = databaseSettings();
            Database.open(settings).close();
            return answer(Database.status(settings));
        }
    }

    @Command(
            name = "stop",
            description = {
                "Stops the embedded database; exit 6 while other sessions use it, 0 if it was not running.",
                "",
                "Examples:",
                "  alluse db stop",
                "  alluse db stop --force",
                ""
            })
    static final class Stop extends DbVerb {

        @Option(names = "--force", description = "cut off the sessions that use it")
        private boolean force;

        @Override
        public Integer call() {
            boolean stopped = Database.stop(databaseSettings(), force);
            if (options().json()) {
                say(Json.object().put("stopped", stopped).toString());
            } else if (!options().quiet()) {
                say(stopped ? "stopped" : "the database is not running");
            }
            return Exit.OK.code();
        }
    }

    @Command(
            name = "status",
            description = {
                "Shows the database without starting it; exit 0 if it runs, 7 if not.",
                "",
                "Examples:",
                "  alluse db status --json",
                ""
            })
    static final class Status extends DbVerb {

        @Override
        public Integer call() {
            DatabaseStatus status = Database.status(databaseSettings());
            answer(status);
            return (status.running() ? Exit.OK : Exit.ENVIRONMENT).code();
        }
    }

    @Command(
            name = "migrate",
            description = {
                "Brings the schema to what this program needs; make a backup before.",
                "",
                "Examples:",
                "  alluse db migrate --db jdbc:postgresql://localhost:5432/alluse",
                ""
            })
    static final class Migrate extends DbVerb {

        @Override
        public Integer call() {
            DatabaseSettings settings = existing();
            Database.migrate(settings).close();
            return answer(Database.status(settings));
        }
    }

    @Command(
            name = "psql",
            description = {
                "Opens psql on the database; what follows -- goes to psql.",
                "",
                "Examples:",
                "  alluse db psql",
                "  alluse db psql --as reader -- -c \"select count(*) from account\"",
                ""
            })
    static final class Psql extends DbVerb {

        @Option(
                names = "--as",
                paramLabel = "ROLE",
                defaultValue = "reader",
                description = "owner, program or reader (default: reader)")
        @SuppressWarnings("NullAway.Init")
        private String as;

        @Parameters(paramLabel = "ARGUMENT", description = "for psql, such as -c 'select 1'")
        private List<String> arguments = new ArrayList<>();

        @Override
        public Integer call() throws InterruptedException {
            List<String> command = new ArrayList<>(arguments);
            command.addFirst("psql");
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment().keySet().removeIf(name -> name.startsWith("ALLUSE_DB_") || name.startsWith("PG"));
            builder.environment().putAll(Database.loginVariables(existing(), role()));
            return waitFor(start(builder));
        }

        private Role role() {
            return switch (as) {
                case "owner" -> Role.OWNER;
                case "program" -> Role.PROGRAM;
                case "reader" -> Role.READER;
                default -> throw Fault.usage("--as " + as + ": expected owner, program or reader");
            };
        }

        private static Process start(ProcessBuilder builder) {
            try {
                return builder.start();
            } catch (IOException e) {
                throw Fault.environment(
                        "psql is not installed (the embedded server comes without it); install a package such as"
                                + " postgresql-client (Debian) or libpq (Homebrew)",
                        e);
            }
        }

        /** Ctrl-C is for psql, which cancels its statement: this JVM, which gets it too, waits for psql to end. */
        private static int waitFor(Process psql) throws InterruptedException {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> psql.onExit().join()));
            return psql.waitFor();
        }
    }
}
