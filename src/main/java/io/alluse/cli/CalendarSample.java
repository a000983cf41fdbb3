package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Main accounts that earn something every week, and what their broker tells of it, week by week. */
final class CalendarSample {

    /** What an account earns in a week; that of a GEN lets it fork in its second one. */
    private static final Map<String, Integer> EARNED = Map.of("GEN", 40_000, "REV", 3_000, "COM", 2_000);

    private static final int MAINS = 2;
    private static final DateTimeFormatter AMERICAN = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ROOT);
    private static final String TITLES =
            "\"Date\",\"Action\",\"Symbol\",\"Description\",\"Quantity\",\"Price\",\"Fees & Comm\",\"Amount\"\n";

    private final Path home;

    CalendarSample(Path home) {
        this.home = home;
    }

    Path plan() {
        return written(home.resolve("calendar-plan.csv"), """
                name,capital,policy,gen_reference,rev_reference,com_reference
                First,1000000,standard,CAL:1-gen,CAL:1-rev,CAL:1-com
                Second,500000,screenplay,CAL:2-gen,CAL:2-rev,CAL:2-com
                """);
    }

    /** All of them at once: an import takes what its date reaches. */
    void statements(LocalDate from, LocalDate upTo) {
        for (int main = 1; main <= MAINS; main++) {
            String code = "A-00000" + main + "-";
            EARNED.forEach(
                    (tier, earned) -> statements(home.resolve("inbox").resolve(code + tier), from, upTo, earned));
        }
    }

    private static void statements(Path folder, LocalDate from, LocalDate upTo, int earned) {
        LocalDate day = from.with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
        for (; !day.isAfter(upTo); day = day.plusWeeks(1)) {
            String line = String.format(
                    Locale.ROOT,
                    "\"%s\",\"Credit Interest\",\"\",\"INTEREST OF THE WEEK\",\"\",\"\",\"\",\"$%d.%02d\"%n",
                    AMERICAN.format(day),
                    earned,
                    day.getDayOfMonth());
            written(folder.resolve(day + ".csv"), TITLES + line);
        }
    }

    /** What a calendar before has left in the home. */
    void clear() {
        for (String folder : List.of("inbox", "intents")) {
            Path root = home.resolve(folder);
            if (Files.isDirectory(root)) {
                try (var files = Files.walk(root)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                } catch (IOException e) {
                    throw Fault.environment("cannot empty " + root + ": " + Fault.reason(e), e);
                }
            }
        }
    }

    /** Long ago, for whoever leaves young files alone. */
    private static Path written(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        } catch (IOException e) {
            throw Fault.environment("cannot write " + file + ": " + Fault.reason(e), e);
        }
    }
}
