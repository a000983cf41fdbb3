package io.alluse.cli;

import io.alluse.bench.LivedCalendar;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.fault.Exit;
import io.alluse.schedule.JobDefinitions;
import io.alluse.schedule.Planned;
import io.alluse.schedule.Planning;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import javax.sql.DataSource;
import picocli.CommandLine;

/** Lives through a stretch of the calendar with services of one database, from nothing: all jobs, on a clock of its own. */
final class CalendarLife {

    /** What is tried again is pauses of up to half an hour away. */
    private static final Duration PAUSE = Duration.ofMinutes(31);

    private static final int MOST_PAUSES = 200;
    private static final int MOST_LOOKS = 200;
    private static final long LOOK_EVERY_NANOS = 2_000_000;
    private static final int LATEST_KILL_MILLIS = 60;

    private final ScratchServer server;
    private final CalendarSample sample;
    private final LocalDate first;
    private final LocalDate last;
    private final Consumer<String> progress;
    private final List<CalendarNode> nodes = new ArrayList<>();
    private int started;

    CalendarLife(ScratchServer server, LocalDate first, int days, Consumer<String> progress) {
        this.server = server;
        this.sample = new CalendarSample(server.home());
        this.first = first;
        this.last = first.plusDays(days - 1L);
        this.progress = progress;
    }

    /** What goes wrong. */
    record Trouble(int nodes, int outages, int kills, long seed) {

        static final Trouble NONE = new Trouble(1, 0, 0, 0);
    }

    List<Planned> planned() {
        return Planning.between(JobDefinitions.shipped(), begin(), end());
    }

    private Instant begin() {
        return first.atStartOfDay(BusinessDay.NEW_YORK).toInstant();
    }

    private Instant end() {
        return last.plusDays(1).atStartOfDay(BusinessDay.NEW_YORK).toInstant();
    }

    LivedCalendar live(Trouble trouble) {
        prepare();
        try {
            for (int i = 0; i < trouble.nodes(); i++) {
                nodes.add(started());
            }
            all(begin());
            through(trouble);
            settle();
            return LivedCalendar.of(server.administrator());
        } finally {
            nodes.forEach(CalendarNode::close);
            nodes.clear();
        }
    }

    private void prepare() {
        try (ScratchDatabase empty = server.create()) {
            server.install(empty);
        }
        sample.clear();
        CommandLine line = Main.commandLine();
        StringWriter said = new StringWriter();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        int exit = line.execute(
                "job",
                "run",
                "initial-capitalization",
                "--plan",
                sample.plan().toString(),
                "--date",
                first.minusDays(1).toString(),
                "--home",
                server.home().toString());
        if (exit != Exit.OK.code()) {
            throw new IllegalStateException("exit " + exit + ": " + said);
        }
        sample.statements(first, last);
    }

    private CalendarNode started() {
        return CalendarNode.start(server.home(), "node-" + ++started);
    }

    private void through(Trouble trouble) {
        Random random = new Random(trouble.seed());
        List<Instant> beats =
                planned().stream().map(Planned::due).distinct().sorted().toList();
        List<Instant> awake = new ArrayList<>(beats);
        for (int i = 0; i < trouble.outages(); i++) {
            Instant from = beats.get(random.nextInt(beats.size()));
            Instant upTo = from.plus(Duration.ofHours(1L + random.nextInt(21 * 24)));
            awake.removeIf(beat -> !beat.isBefore(from) && beat.isBefore(upTo));
        }
        progress.accept(awake.size() + " of " + beats.size() + " moments at which something falls due");
        for (int i = 0; i < awake.size(); i++) {
            // so many kills, evenly over the moments
            boolean kill = (i + 1L) * trouble.kills() / awake.size() > (long) i * trouble.kills() / awake.size();
            if (kill) {
                killed(awake.get(i), random);
            } else {
                all(awake.get(i));
            }
        }
    }

    /** All services at once are told what time it is; one of them has the turn. */
    private void all(Instant now) {
        nodes.forEach(node -> node.tell(now));
        nodes.forEach(CalendarNode::awaited);
    }

    /** One or all of them die in the middle; others come in their place. */
    private void killed(Instant now, Random random) {
        nodes.forEach(node -> node.tell(now));
        awaitRunning();
        LockSupport.parkNanos(random.nextLong(LATEST_KILL_MILLIS) * 1_000_000);
        int spared = random.nextInt(nodes.size() + 1);
        for (int i = 0; i < nodes.size(); i++) {
            if (i == spared) {
                nodes.get(i).awaited();
            } else {
                nodes.get(i).kill();
                nodes.set(i, started());
            }
        }
    }

    /** Or over by now: it is short. */
    private void awaitRunning() {
        DataSource administrator = server.administrator();
        for (int i = 0; i < MOST_LOOKS && !LivedCalendar.isRunning(administrator); i++) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
        }
    }

    private void settle() {
        Instant now = end();
        for (int i = 0; i < MOST_PAUSES; i++) {
            all(now);
            if (LivedCalendar.of(server.administrator()).isOver()) {
                return;
            }
            now = now.plus(PAUSE);
        }
    }
}
