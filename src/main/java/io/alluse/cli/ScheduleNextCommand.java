package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.schedule.JobDefinitions;
import io.alluse.schedule.Planned;
import io.alluse.schedule.Planning;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What falls due next. */
@Command(
        name = "next",
        description = {
            "Shows which business dates fall due next, and why one comes at another time than usual.",
            "",
            "Examples:",
            "  alluse schedule next",
            "  alluse schedule next --days 90 --job quarterly-allocation",
            "  alluse schedule next --from 2026-11-25 --json",
            ""
        },
        footer = {"", "It tells the plan, not what has become of it: a job may wait for others, or be paused."})
final class ScheduleNextCommand extends Verb {

    private static final int MOST_DAYS = 3660;
    private static final DateTimeFormatter SHOWN =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ROOT).withZone(BusinessDay.NEW_YORK);

    @Option(names = "--days", paramLabel = "N", defaultValue = "7", description = "days from then on (default: 7)")
    private int days;

    @Option(names = "--job", paramLabel = "NAME", description = "only this job definition")
    @Nullable
    private String job;

    @Option(
            names = "--from",
            paramLabel = "YYYY-MM-DD",
            description = "from the beginning of this day in New York (default: now)")
    @Nullable
    private String from;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private LimitOption limit;

    @Override
    public Integer call() {
        limit.check();
        if (days < 1 || days > MOST_DAYS) {
            throw Fault.usage("--days " + days + ": expected 1 to " + MOST_DAYS);
        }
        Instant begin = begin();
        List<Planned> planned =
                planned(begin, begin.atZone(BusinessDay.NEW_YORK).plusDays(days).toInstant());
        new Listing<Planned>(
                        (most, each) -> planned.stream().limit(most).forEach(each),
                        ScheduleText::json,
                        one -> one.definition() + " " + one.businessDate(),
                        List.of("DUE (NEW YORK)", "JOB", "BUSINESS DATE", "WHY THEN"),
                        one -> new Object[] {
                            SHOWN.format(one.due()),
                            one.definition(),
                            one.businessDate(),
                            String.join("; ", one.reasons())
                        },
                        "nothing falls due within " + days + " days; --days N looks further")
                .answer(this, limit);
        return Exit.OK.code();
    }

    private List<Planned> planned(Instant begin, Instant end) {
        JobDefinitions jobs = definitions();
        return job == null ? Planning.between(jobs, begin, end) : Planning.between(jobs.mustHave(job), begin, end);
    }

    /** A second earlier, so that what falls due as the day begins belongs to it. */
    private Instant begin() {
        if (from == null) {
            return clock().instant();
        }
        try {
            return LocalDate.parse(from)
                    .atStartOfDay(BusinessDay.NEW_YORK)
                    .toInstant()
                    .minusSeconds(1);
        } catch (DateTimeException e) {
            throw Fault.usage("--from " + from + ": expected a date such as 2026-11-25", e);
        }
    }
}
