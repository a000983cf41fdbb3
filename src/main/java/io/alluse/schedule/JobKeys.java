package io.alluse.schedule;

import io.alluse.yaml.Figures;
import io.alluse.yaml.Key;
import io.alluse.yaml.Schema;
import io.alluse.yaml.Texts;
import io.alluse.yaml.Times;
import io.alluse.yaml.Type;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Every key of a job definition; docs/schedules.md explains each. */
final class JobKeys {

    static final Schema SCHEMA = new Schema();

    private static final int MOST_THREADS = 64;
    private static final int LARGEST_CHUNK = 20_000;
    private static final int MOST_RETRIES = 20;

    private static final Type<Cron> CRON_TEXT =
            new Type<>("five fields such as 30 18 * * *", entry -> Cron.parse(entry.word()), Cron::text);

    static final Key<String> NAME =
            SCHEMA.key("name", Texts.NAME, "what the definition is called; its file is NAME.yaml");
    static final Key<String> PURPOSE =
            SCHEMA.key("purpose", Texts.TEXT, "for people; the only key that the content hash leaves out");
    static final Key<String> JOB =
            SCHEMA.key("job", Texts.NAME, "what is run, as `alluse job list` names it; several may run the same job");
    static final Key<Map<String, String>> ARGUMENTS =
            SCHEMA.key("arguments", arguments(), "options of that job, without their dashes");
    static final Key<BusinessDates> DATES = SCHEMA.key(
            "dates",
            Texts.choice(BusinessDates.values(), BusinessDates::word),
            "the business dates under which it is run");
    static final Key<Runs> RUNS = SCHEMA.key(
            "runs",
            Texts.choice(Runs.values(), Runs::word),
            "whether the cron counts from the close of the business date or from the beginning of the next trading day");
    static final Key<Cron> CRON = SCHEMA.key(
            "cron",
            CRON_TEXT,
            "minute, hour, day of month, month, weekday: the date falls due at the first such time from then on");
    static final Key<ZoneId> ZONE = SCHEMA.key("zone", Times.ZONE, "the time zone of the cron");
    static final Key<String> CALENDAR =
            SCHEMA.key("calendar", Texts.NAME, "which days are trading days: calendars/NAME.yaml");
    static final Key<EarlyClose> EARLY_CLOSE = SCHEMA.key(
            "earlyClose",
            Texts.choice(EarlyClose.values(), EarlyClose::word),
            "whether a time after the close comes as much earlier as the exchange closes earlier");
    static final Key<List<String>> AFTER = SCHEMA.key(
            "after",
            Texts.list(
                    "a list, also an empty one, of definitions, such as [tax-and-buffer], each named once",
                    word -> Texts.matching("[a-z][a-z0-9-]{0,39}", word),
                    name -> name,
                    0),
            "definitions whose same business date must have ended well before; one without that date does not block");
    static final Key<CatchUp> CATCH_UP = SCHEMA.key(
            "catchUp",
            Texts.choice(CatchUp.values(), CatchUp::word),
            "what is done about dates that were missed: all of them in order, the latest only, or what a person says");
    static final Key<Partitions> PARTITIONS = SCHEMA.key(
            "width.partitions",
            Texts.choice(Partitions.values(), Partitions::word),
            "a part per table partition where there are many accounts, always, or never");
    static final Key<Integer> THREADS = SCHEMA.key("width.threads", Figures.count(1, MOST_THREADS), "parts at a time");
    static final Key<Optional<Integer>> CHUNK = SCHEMA.key(
            "width.chunk",
            Texts.orNone(Figures.count(1, LARGEST_CHUNK)),
            "accounts per transaction; `none` leaves it to the job");
    static final Key<Optional<Duration>> TIME_LIMIT =
            SCHEMA.key("timeLimit", Texts.orNone(Times.DURATION), "after which a run is stopped");
    static final Key<Optional<Duration>> DEADLINE = SCHEMA.key(
            "deadline",
            Texts.orNone(Times.DURATION),
            "from the due time until an alert is raised because the date has not ended well");
    static final Key<Integer> RETRIES = SCHEMA.key(
            "retries", Figures.count(0, MOST_RETRIES), "how often a run that failed is taken up again by itself");

    private JobKeys() {}

    private static Type<Map<String, String>> arguments() {
        Type<List<String>> list = Texts.list(
                "a list, also an empty one, of OPTION=VALUE, such as [inbox=/data/inbox], each named once",
                word -> Texts.matching("[a-z][a-z-]{0,29}=\\S.{0,299}", word),
                word -> word,
                0);
        return new Type<>(
                list.legal(),
                entry -> byOption(list.reader().apply(entry)),
                map -> list.write(map.entrySet().stream()
                        .map(argument -> argument.getKey() + "=" + argument.getValue())
                        .toList()));
    }

    private static Map<String, String> byOption(List<String> words) {
        return words.stream()
                .map(word -> word.split("=", 2))
                .collect(Collectors.toMap(
                        word -> word[0],
                        word -> word[1],
                        (one, other) -> {
                            throw Type.unfit();
                        },
                        TreeMap::new));
    }
}
