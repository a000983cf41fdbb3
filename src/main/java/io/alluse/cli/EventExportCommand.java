package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.export.EventCursor;
import io.alluse.export.EventExport;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import java.io.BufferedWriter;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Every event of the ledger as a line of JSON, with a cursor to go on from. */
@Command(
        name = "export",
        description = {
            "Prints events as JSON lines: each once, whoever posts meanwhile, and none left out. After every few thousand",
            "events, and at the end, a line {\"version\":1,\"cursor\":\"…\"} says where to go on.",
            "",
            "Examples:",
            "  alluse event export > events.jsonl",
            "  alluse event export --since 1.2s.0.1f…-3f1c09ab5e7d2c44 --limit 100000",
            "  alluse event export --cursor-file cursor >> events.jsonl",
            "  alluse event export --cursor-file cursor --follow | my-consumer",
            ""
        },
        footer = {
            "",
            "A login that may only read suffices; it is given the events of the main accounts that it may see.",
            "Exit 6 where the ledger does not hold what the cursor stands at. See docs/event-export.md."
        })
final class EventExportCommand extends Verb {

    @Option(names = "--since", paramLabel = "CURSOR", description = "go on from there (default: from the beginning)")
    @Nullable
    private String since;

    @Option(
            names = "--cursor-file",
            paramLabel = "FILE",
            description = "go on from the cursor in this file if it exists, and keep the cursor there")
    @Nullable
    private Path file;

    @Option(names = "--limit", paramLabel = "N", description = "at most so many events (default: all)")
    @Nullable
    private Long limit;

    @Option(names = "--follow", description = "wait for more at the end, until Ctrl-C (exit 8)")
    private boolean follow;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "with --follow: how often to look (default: 1s)")
    @SuppressWarnings("NullAway.Init")
    private String every;

    @Override
    public Integer call() {
        long most = most();
        long pause = pause().toMillis();
        CountDownLatch stop = new CountDownLatch(1);
        CursorFile kept = new CursorFile(file);
        try (Database database = readingDatabase()) {
            EventExport export = EventExport.since(start(kept), Session.of(database.reader()));
            if (follow) {
                Signals.onFirst(stop::countDown);
            }
            long began = System.nanoTime();
            long told = told(export, kept, most);
            while (follow && told < most && !stopped(stop, pause)) {
                told += told(export, kept, most - told);
            }
            said(export, told, Duration.ofNanos(System.nanoTime() - began));
        }
        return (stop.getCount() == 0 ? Exit.STOPPED : Exit.OK).code();
    }

    private static boolean stopped(CountDownLatch stop, long pause) {
        try {
            return stop.await(pause, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private long most() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one event");
        }
        return limit == null ? Long.MAX_VALUE : limit;
    }

    private Duration pause() {
        try {
            return Durations.parse(every);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--every: " + Fault.reason(e));
        }
    }

    private EventCursor start(CursorFile kept) {
        if (since != null && file != null) {
            throw Fault.usage("--since and --cursor-file both say where to begin; give one of them");
        }
        String text = since == null ? kept.read() : since;
        try {
            return text == null ? EventCursor.START : EventCursor.parse(text);
        } catch (IllegalArgumentException e) {
            throw Fault.usage((since == null ? String.valueOf(file) : "--since") + ": " + Fault.reason(e));
        }
    }

    /** The cursor is kept once the lines before it are out of our hands. */
    private long told(EventExport export, CursorFile kept, long most) {
        // not the console's own writer, which is slow in small pieces
        PrintWriter out = new PrintWriter(new BufferedWriter(out(), 1 << 16), false);
        return export.run(most, event -> out.print(event.json() + "\n"), () -> {
            out.print(Json.object().put("version", 1).put("cursor", export.cursor()) + "\n");
            out.flush();
            if (out.checkError()) {
                throw Fault.environment("nobody reads the events any more; the cursor stays where it was");
            }
            kept.write(export.cursor());
        });
    }

    private void said(EventExport export, long told, Duration took) {
        if (!options().quiet()) {
            note(String.format(
                    Locale.ROOT,
                    "%,d events in %s, %,.0f per second",
                    told,
                    Durations.text(took),
                    told * 1e9 / Math.max(1, took.toNanos())));
            note("go on with " + (file == null ? "--since " + export.cursor() : "--cursor-file " + file));
        }
    }
}
