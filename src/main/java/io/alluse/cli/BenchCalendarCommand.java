package io.alluse.cli;

import io.alluse.bench.LivedCalendar;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CalendarLife.Trouble;
import io.alluse.database.ScratchServer;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerVerification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A year in fast forward. */
@Command(
        name = "calendar",
        description = {
            "Lives through a stretch of the calendar twice, on a clock of its own, all jobs by their shipped definitions: once",
            "without trouble, once with two services, outages of hours to weeks and kill -9 in the middle. Compares what",
            "was run and the ledger, hash by hash. Exits 1 if they differ.",
            "",
            "Examples:",
            "  alluse bench calendar",
            "  alluse bench calendar --days 92 --outages 5 --kills 40 --seed 7 --json",
            ""
        })
final class BenchCalendarCommand extends Verb {

    private static final int MOST_DAYS = 3660;

    @Option(
            names = "--from",
            defaultValue = "2026-01-02",
            paramLabel = "YYYY-MM-DD",
            description = "default: 2026-01-02")
    private String from = "2026-01-02";

    @Option(names = "--days", defaultValue = "365", paramLabel = "N", description = "default: 365")
    private int days;

    @Option(names = "--outages", defaultValue = "8", paramLabel = "N", description = "default: 8")
    private int outages;

    @Option(names = "--kills", defaultValue = "20", paramLabel = "N", description = "default: 20")
    private int kills;

    @Option(names = "--seed", defaultValue = "1", paramLabel = "N", description = "chooses the places (default: 1)")
    private long seed;

    @Override
    public Integer call() throws IOException {
        if (days < 1 || days > MOST_DAYS || outages < 0 || kills < 0) {
            throw Fault.usage("--days needs 1 to " + MOST_DAYS + ", --outages and --kills at least 0");
        }
        Files.createDirectories(home());
        Path folder = Files.createTempDirectory(home(), "bench-");
        try (ScratchServer server = ScratchServer.start(home(), folder, this::say)) {
            CalendarReport report = report(server);
            out().print(options().json() ? report.json() + "\n" : report.text());
            out().flush();
            return (report.isGood() ? Exit.OK : Exit.FAILED).code();
        }
    }

    private CalendarReport report(ScratchServer server) {
        CalendarLife life = new CalendarLife(server, BusinessDay.parse(from).date(), days, this::say);
        say("without trouble");
        LivedCalendar quiet = life.live(Trouble.NONE);
        say("with two services, " + outages + " outages, " + kills + " kills");
        LivedCalendar troubled = life.live(new Trouble(2, outages, kills, seed));
        boolean verified = new LedgerVerification(server.administrator())
                .verify(new LedgerVerification.Scope(null, null), done -> {})
                .isClean();
        return CalendarReport.of(life.planned(), quiet, troubled, verified);
    }

    private void say(String line) {
        if (!options().quiet()) {
            note(line);
        }
    }
}
