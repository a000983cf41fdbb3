package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.AccountOutcome;
import io.alluse.run.JobContext;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.run.Tally;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Partitions;
import io.alluse.service.Launcher;
import io.alluse.sweep.Sweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Carries out for a service what {@code job run} does for a person: the same verb, with the words of the job's definition. */
final class JobLauncher implements Launcher {

    private static final Logger LOG = LoggerFactory.getLogger(JobLauncher.class);
    private static final Set<String> PATHS = Set.of("inbox", "out");

    private final CommandLine line = Main.commandLine();
    private final JobRunCommand verb;
    private final Database database;
    private final JobContext context;
    private final Runs runs;
    private final Path home;
    private final List<String> globals;

    /**
     * @param opener what a verb opens that wants a database for itself
     * @param globals options that the service was given and its jobs shall have, too
     */
    JobLauncher(Database database, JobContext context, Supplier<Database> opener, Path home, List<String> globals) {
        this.database = database;
        this.context = context;
        this.runs = new Runs(context.session(), database.program(), Verb.systemClock());
        this.home = home;
        this.globals = List.copyOf(globals);
        this.verb = Objects.requireNonNull(
                        Objects.requireNonNull(line.getSubcommands().get("job"))
                                .getSubcommands()
                                .get("run"))
                .getCommand();
        verb.workOn(opener);
    }

    @Override
    public Ended launch(JobDefinition definition, BusinessDay date, StopSignal stop) {
        LastWords words = new LastWords();
        line.setOut(new PrintWriter(Writer.nullWriter()));
        line.setErr(new PrintWriter(words, true));
        verb.workFor(new Hosting(
                database, context, stop, onePartBelow(definition.width().partitions())));
        Exit exit = exit(line.execute(words(definition, date).toArray(String[]::new)));
        Optional<Run> run = runs.find(RunKey.of(definition.job(), date));
        boolean done = exit == Exit.CONFLICT
                && run.filter(found -> found.outcome().isComplete()).isPresent();
        Tally tally = run.map(found -> runs.tally(found.id(), found.pass())).orElse(Tally.NONE);
        return new Ended(
                done ? Exit.OK : exit,
                run.map(Run::id).orElse(null),
                tally.total(),
                tally.of(AccountOutcome.SET_ASIDE),
                words.last());
    }

    private static long onePartBelow(Partitions partitions) {
        return switch (partitions) {
            case AUTO -> Sweep.ONE_PART_BELOW;
            case ALL -> 0;
            case ONE -> Long.MAX_VALUE;
        };
    }

    private static Exit exit(int code) {
        return Arrays.stream(Exit.values())
                .filter(one -> one.code() == code)
                .findFirst()
                .orElse(Exit.FAILED);
    }

    private List<String> words(JobDefinition definition, BusinessDay date) {
        List<String> words = new ArrayList<>(List.of("job", "run", definition.job(), "--date", date.toString()));
        words.addAll(List.of("--yes", "--quiet"));
        words.addAll(List.of("--threads", Integer.toString(definition.width().threads())));
        if (definition.width().chunk() != null) {
            words.addAll(List.of("--chunk", definition.width().chunk().toString()));
        }
        if (definition.timeLimit() != null) {
            words.addAll(List.of("--timeout", definition.timeLimit().toString()));
        }
        for (Map.Entry<String, String> argument : definition.arguments().entrySet()) {
            words.add("--" + argument.getKey());
            words.add(PATHS.contains(argument.getKey()) ? below(argument.getValue()) : argument.getValue());
        }
        words.addAll(List.of("--home", home.toString()));
        words.addAll(globals);
        return words;
    }

    /** A relative path is one below the home, and made there; others are the operator's. */
    private String below(String path) {
        if (Path.of(path).isAbsolute()) {
            return path;
        }
        try {
            return Files.createDirectories(home.resolve(path)).toString();
        } catch (IOException e) {
            throw Fault.environment("cannot make " + home.resolve(path) + ": " + Fault.reason(e), e);
        }
    }

    /** Keeps the last whole line. */
    private static final class LastWords extends Writer {

        private final StringBuilder line = new StringBuilder();
        private String last = "";

        @Override
        public synchronized void write(char[] text, int from, int count) {
            for (int i = from; i < from + count; i++) {
                if (text[i] != '\n') {
                    line.append(text[i]);
                } else if (!line.isEmpty()) {
                    last = line.toString().replaceFirst("^alluse: ", "");
                    LOG.info("{}", last);
                    line.setLength(0);
                }
            }
        }

        synchronized String last() {
            return last;
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
