package io.alluse.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every definition in every year from 2000 to 2100. */
class PlanningLawsTest {

    private static final Instant BEFORE = Instant.parse("1999-01-01T00:00:00Z");
    private static final Instant AFTER = Instant.parse("2111-01-01T00:00:00Z");
    private static final List<LocalDate> TRADING_DAYS = LocalDate.of(2000, 1, 1)
            .datesUntil(LocalDate.of(2101, 1, 1))
            .filter(BusinessDays::isOne)
            .toList();
    private static final Map<JobDefinition, List<Planned>> PLANNED = new HashMap<>();

    static Stream<JobDefinition> definitions() {
        return Stream.concat(JobDefinitions.shipped().all().stream(), nasty());
    }

    /** Times that zones leave out or bring twice, days that come rarely, zones that skipped a day or keep half hours. */
    private static Stream<JobDefinition> nasty() {
        return Stream.of(
                Written.definition("zone: Europe/Berlin", "cron: 30 2 * * *"),
                Written.definition("zone: Europe/Berlin", "cron: 30 21 * * *"),
                Written.definition("zone: Australia/Lord_Howe", "cron: 15 2 * * *", "earlyClose: keep"),
                Written.definition("zone: Pacific/Apia", "cron: 30 12 * * *", "earlyClose: keep"),
                Written.definition("zone: Africa/Casablanca", "cron: 30 2 * * *"),
                Written.definition("zone: Asia/Tehran", "cron: 30 6 * * *", "dates: last-trading-day-of-month"),
                Written.definition("zone: Pacific/Kiritimati", "cron: 0 14 * * *", "runs: next-trading-day"),
                Written.definition("cron: 0 10 * * SAT"),
                Written.definition("cron: 0 17 * * FRI"),
                Written.definition("cron: 0 16 * * *"),
                Written.definition("cron: 0 4 29 2 *", "dates: last-trading-day-of-year", "earlyClose: keep"),
                Written.definition("cron: 0 5 1,15 */2 *", "runs: next-trading-day"),
                Written.definition("cron: 59 23 * * *", "dates: first-trading-day-of-week"),
                Written.definition(
                        "cron: 0 3 * * MON-FRI", "runs: next-trading-day", "dates: first-trading-day-of-year"));
    }

    private static List<Planned> planned(JobDefinition job) {
        return PLANNED.computeIfAbsent(job, known -> Planning.between(known, BEFORE, AFTER));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void every_business_date_falls_due_exactly_once(JobDefinition job) {
        assertThat(planned(job)).extracting(Planned::businessDate).isEqualTo(expected(job));
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_later_date_never_falls_due_before_an_earlier_one(JobDefinition job) {
        assertThat(planned(job)).extracting(Planned::due).isSorted();
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void a_date_falls_due_after_its_close_and_never_while_clocks_are_put(JobDefinition job) {
        assertThat(planned(job)).allSatisfy(one -> {
            var there = one.due().atZone(BusinessDay.NEW_YORK);
            LocalTime close = BusinessDays.closesEarly(one.businessDate()) ? LocalTime.of(13, 0) : LocalTime.of(16, 0);
            assertThat(there.toLocalDateTime())
                    .isAfterOrEqualTo(one.businessDate().atTime(close));
            assertThat(there.getYear() < 2008 ? LocalTime.NOON : there.toLocalTime())
                    .isAfterOrEqualTo(LocalTime.of(3, 0));
        });
    }

    /** Also where a cut is the very instant at which a date falls due. */
    @ParameterizedTest(name = "{0}, seed 20260105")
    @MethodSource("definitions")
    void it_does_not_matter_how_time_is_cut_into_pieces(JobDefinition job) {
        Random random = new Random(20260105);
        List<Planned> whole = planned(job);
        List<Instant> cuts = new ArrayList<>(List.of(BEFORE, AFTER));
        for (int i = 0; i < 300; i++) {
            Instant due = whole.get(random.nextInt(whole.size())).due();
            cuts.add(due);
            cuts.add(due.plus(random.nextInt(-2_000_000, 2_000_000), ChronoUnit.SECONDS));
        }
        List<Instant> ascending = cuts.stream().sorted().toList();
        List<Planned> pieces = new ArrayList<>();
        for (int i = 1; i < ascending.size(); i++) {
            pieces.addAll(Planning.between(job, ascending.get(i - 1), ascending.get(i)));
        }
        assertThat(pieces).isEqualTo(whole);
    }

    /** Worked out the other way round: all trading days, of each period the first or the last. */
    private static List<LocalDate> expected(JobDefinition job) {
        String rule = job.timing().dates().word();
        if (rule.equals("every-trading-day")) {
            return TRADING_DAYS;
        }
        Function<LocalDate, String> period = period(rule);
        Map<String, LocalDate> byPeriod = new LinkedHashMap<>();
        TRADING_DAYS.forEach(
                day -> byPeriod.merge(period.apply(day), day, (one, other) -> rule.startsWith("first") ? one : other));
        return List.copyOf(byPeriod.values());
    }

    private static Function<LocalDate, String> period(String rule) {
        WeekFields weeks = WeekFields.ISO;
        return switch (rule.substring(rule.lastIndexOf('-') + 1)) {
            case "week" -> day -> day.get(weeks.weekBasedYear()) + "w" + day.get(weeks.weekOfWeekBasedYear());
            case "month" -> day -> day.getYear() + "m" + day.getMonthValue();
            case "quarter" -> day -> day.getYear() + "q" + (day.getMonthValue() - 1) / 3;
            default -> day -> day.getYear() + "y";
        };
    }
}
