package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.Turn;
import io.alluse.statement.Inbox;
import io.alluse.statement.Inbox.Waiting;
import io.alluse.statement.StatementReport;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Imports what lies in an inbox, in the order of the statements' dates, and puts it away. */
final class InboxVerb {

    private final Verb verb;
    private final Path directory;
    private final Duration settling;
    private final StatementRunner.Request request;
    private final List<Json> answers = new ArrayList<>();
    private Exit worst = Exit.OK;

    InboxVerb(Verb verb, Path directory, Duration settling, StatementRunner.Request request) {
        this.verb = verb;
        this.directory = directory;
        this.settling = settling;
        this.request = request;
    }

    int run(@Nullable Duration timeout) {
        Inbox inbox = new Inbox(directory, settling, verb.clock());
        try (Stopping stopping = Stopping.of(verb, timeout)) {
            StatementRunner runner = new StatementRunner(verb, request, stopping.signal());
            Turn turn = runner.turn();
            try {
                List<Waiting> waiting = inbox.look(request.format(), request.date());
                for (Waiting one : waiting) {
                    if (stopping.signal().isRequested()) {
                        worst = stopping.exit(Outcome.STOPPED);
                        break;
                    }
                    turn = stillMine(turn, runner);
                    deal(one, inbox, runner, stopping);
                }
                return answered(waiting.isEmpty()).code();
            } finally {
                turn.close();
            }
        }
    }

    /** A server that went away took the turn with it. */
    private static Turn stillMine(Turn turn, StatementRunner runner) {
        if (!turn.isLost()) {
            return turn;
        }
        turn.close();
        return runner.turn();
    }

    private void deal(Waiting waiting, Inbox inbox, StatementRunner runner, Stopping stopping) {
        if (Files.notExists(waiting.file())) {
            told(waiting.file(), "gone", "somebody has moved it meanwhile");
            return;
        }
        switch (waiting) {
            case Waiting.Ready ready -> imported(ready, inbox, runner, stopping);
            case Waiting.Unreadable bad -> {
                Path there = inbox.reject(bad.file(), bad.reason() + "\n");
                told(bad.file(), "rejected", bad.reason() + "; moved to " + there);
                worse(Exit.SET_ASIDE);
            }
            case Waiting.Early early ->
                told(early.file(), "waits", "its last line is of " + early.last() + ", after the business date");
            case Waiting.Unsettled changing ->
                told(changing.file(), "waits", "it has changed a moment ago and may still be being written");
        }
    }

    private void imported(Waiting.Ready ready, Inbox inbox, StatementRunner runner, Stopping stopping) {
        try {
            Optional<Run> before = runner.completed(ready.file(), ready.account());
            if (before.isPresent()) {
                done(ready, inbox, before.get());
                return;
            }
            ended(ready, inbox, runner.run(ready.file(), ready.account()), stopping);
        } catch (Fault fault) {
            if (fault.exit() != Exit.USAGE && fault.exit() != Exit.NOT_FOUND) {
                throw fault;
            }
            Path there = inbox.reject(ready.file(), Fault.reason(fault) + "\n");
            told(ready.file(), "rejected", Fault.reason(fault) + "; moved to " + there);
            worse(Exit.SET_ASIDE);
        }
    }

    private void done(Waiting.Ready ready, Inbox inbox, Run before) {
        String done =
                "imported before, by run " + before.id() + " of " + before.key().date();
        told(ready.file(), "archived", done + "; moved to " + inbox.archive(ready.file(), done + "\n"));
    }

    private void ended(Waiting.Ready ready, Inbox inbox, StatementReport report, Stopping stopping) {
        Path file = ready.file();
        String text = text(file, report);
        switch (report.run().outcome()) {
            case COMPLETED, COMPLETED_WITH_SET_ASIDES -> {
                told(file, "archived", report, "moved to " + inbox.archive(file, text));
                worse(report.run().outcome().exit());
            }
            case FAILED, STARTED, BLOCKED, SKIPPED, STOPPED -> {
                if (report.refused()) {
                    told(file, "rejected", report, "moved to " + inbox.reject(file, text));
                    worse(Exit.SET_ASIDE);
                } else {
                    told(file, "left", report, String.valueOf(report.run().failure()));
                    worst = stopping.exit(report.run().outcome());
                }
            }
        }
    }

    private static String text(Path file, StatementReport report) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        String name = file.getFileName().toString();
        StatementText.print(out, name, report);
        report.rejected().forEach(verdict -> out.println(StatementText.line(name, verdict)));
        report.warnings().forEach(warning -> out.println("warning: " + warning.in(name)));
        out.flush();
        return text.toString();
    }

    private void told(Path file, String what, String more) {
        answers.add(Json.object().put("file", file).put("what", what).put("text", more));
        if (!verb.options().json() && !verb.options().quiet()) {
            verb.out().println(file + "  " + what + ": " + more);
        }
    }

    private void told(Path file, String what, StatementReport report, String more) {
        answers.add(
                StatementText.json(file.toString(), report).put("what", what).put("text", more));
        if (verb.options().json()) {
            return;
        }
        if (verb.options().quiet()) {
            verb.out().println(report.run().id());
        } else {
            StatementText.print(verb.out(), file.toString(), report);
            verb.out().println("  " + what + ": " + more);
        }
        StatementText.problems(
                verb.err(), file.toString(), report.rejected(), report.counts().rejected());
    }

    private void worse(Exit exit) {
        worst = worst == Exit.OK ? exit : worst;
    }

    private Exit answered(boolean empty) {
        if (verb.options().json()) {
            verb.out().println(Json.object().put("inbox", directory).put("files", answers));
        } else if (empty) {
            verb.note(directory + " is empty");
        }
        return worst;
    }
}
