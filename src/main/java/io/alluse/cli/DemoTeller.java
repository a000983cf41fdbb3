package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;

/** Tells the story line by line as it happens, and shows commands with their answers as a reader would see them. */
final class DemoTeller {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final int NONE = 0;
    private static final int NARROWEST = 80;
    private static final String INDENT = " ".repeat(12);

    private final Verb verb;
    private final Clock clock;
    private final PrintWriter out;

    DemoTeller(Verb verb, Clock clock) {
        this.verb = verb;
        this.clock = clock;
        boolean silent = verb.options().json() || verb.options().quiet();
        this.out = silent ? new PrintWriter(PrintWriter.nullWriter()) : verb.out();
    }

    /** {@code Fri 16 Jan  week 3: …}. */
    void day(BusinessDay day, String what) {
        line("%-11s %s".formatted(DAY.format(day.date()), what));
    }

    void line(String line) {
        out.println(line);
        out.flush();
    }

    void note(String line) {
        line(INDENT + line);
    }

    /** What a command answers, beneath the words one would type. */
    void command(String words) {
        line(INDENT + "$ alluse " + words);
        for (String line : answer(words)) {
            line(INDENT + cut(line));
        }
    }

    private static String cut(String line) {
        int widest = Math.max(NARROWEST, Terminal.width()) - INDENT.length();
        return line.length() > widest ? line.substring(0, widest - 1) + "…" : line;
    }

    private List<String> answer(String words) {
        CommandLine line = Main.commandLine();
        Verb.workOn(line, verb::database);
        Verb.goBy(line, clock);
        StringWriter answer = new StringWriter();
        line.setOut(new PrintWriter(answer, true));
        line.setErr(new PrintWriter(answer, true));
        List<String> all = new ArrayList<>(List.of(words.split(" ")));
        all.addAll(verb.options().where(System.getenv()));
        int exit = line.execute(all.toArray(String[]::new));
        if (exit != NONE) {
            throw new IllegalStateException("the demo's `alluse " + words + "` ended with " + exit + ": " + answer);
        }
        return answer.toString().lines().toList();
    }
}
