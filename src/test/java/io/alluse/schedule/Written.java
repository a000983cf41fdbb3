package io.alluse.schedule;

import io.alluse.calendar.CalendarBook;
import io.alluse.yaml.DocumentParser;
import io.alluse.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A definition as someone writes it: a plain one, with keys that say something else. */
final class Written {

    static final String PLAIN = """
            name: mine
            purpose: closes the day
            job: tax-and-buffer
            arguments: []
            dates: every-trading-day
            runs: after-close
            cron: "30 18 * * *"
            zone: America/New_York
            calendar: nyse
            earlyClose: shift
            after: []
            catchUp: all-in-order
            width:
              partitions: auto
              threads: 2
              chunk: 2000
            timeLimit: 2h
            deadline: 3h
            retries: 3
            """;

    private Written() {}

    /** Each line replaces that of its key. */
    static String text(String... lines) {
        String text = PLAIN;
        for (String line : lines) {
            String key = line.substring(0, line.indexOf(':') + 1);
            if (!text.contains(key)) {
                throw new AssertionError(key);
            }
            text = text.replaceFirst("(?m)^( *)" + key + ".*$", "$1" + line.replace("$", "\\$"));
        }
        return text;
    }

    static JobDefinition definition(String... lines) {
        return read(text(lines)).definition().orElseThrow();
    }

    static List<String> problems(String text) {
        return read(text).problems().stream().map(Problem::toString).toList();
    }

    private static DefinitionReader.Read read(String text) {
        return DefinitionReader.read(
                DocumentParser.file("mine.yaml", text.getBytes(StandardCharsets.UTF_8)),
                "mine",
                CalendarBook.shipped());
    }
}
