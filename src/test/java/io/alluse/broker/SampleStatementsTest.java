package io.alluse.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every sample is the same story, told in the shape of another broker's file. */
class SampleStatementsTest {

    private static final Path SAMPLES = Path.of("sample-data/statements");

    /** Files of shapes that are no longer exported tell it so many days earlier. */
    private static final int EARLIER = 728;

    private static final String STORY = """
            2025-04-01 DEPOSIT = 100000.00
            2025-04-07 SELL -1 AAPL 2025-04-25 170 P @4.5 = 450.00
            2025-04-07 SELL -1 AAPL 2025-04-25 170 P @4.5 = 450.00
            2025-04-25 EXPIRED 2 AAPL 2025-04-25 170 P = 0.00
            2025-04-28 SELL -2 AAPL 2025-05-09 200 P @3.2 = 640.00
            2025-05-09 ASSIGNED 2 AAPL 2025-05-09 200 P = 0.00
            2025-05-09 BUY 200 AAPL @200 = -40000.00
            2025-05-13 SELL -2 AAPL 2025-05-23 215 C @2.4 = 480.00
            2025-05-15 DIVIDEND AAPL = 52.00
            2025-05-23 EXPIRED 2 AAPL 2025-05-23 215 C = 0.00
            2025-05-27 SELL -2 AAPL 2025-06-06 202.5 C @2.45 = 490.00
            2025-06-06 ASSIGNED 2 AAPL 2025-06-06 202.5 C = 0.00
            2025-06-06 SELL -200 AAPL @202.5 = 40500.00
            2025-06-09 SELL -1 AAPL 2025-06-20 195 P @2.3 = 230.00
            2025-06-10 BUY 10 NVDA @143.25 = -1432.50
            2025-06-17 BUY 1 AAPL 2025-06-20 195 P @1.55 = -155.00
            2025-06-18 FEE = -5.00
            2025-06-24 SELL -1 AAPL 2025-07-18 190 P @1.95 = 195.00
            2025-06-30 INTEREST = 12.34""";

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         FILE                                        | NAMED                       | TOLD    | CASH
         etrade.csv                                  | etrade                      | 0       | 101899.47
         etrade-2023.csv                             | etrade-2023                 | EARLIER | 101899.47
         fidelity.csv                                |                             | 0       | 101899.47
         fidelity-all-accounts.csv                   |                             | 0       | 101899.47
         fidelity-foreign-currency.csv               |                             | 0       | 101899.47
         fidelity-2023.csv                           |                             | EARLIER | 101899.47
         fidelity-2022.csv                           |                             | EARLIER | 101899.47
         firstrade.csv                               | firstrade                   | 0       | 101906.62
         interactive-brokers.csv                     |                             | 0       | 101897.47105
         interactive-brokers-flex.csv                | interactive-brokers-flex    | 0       | 101897.47105
         interactive-brokers-transaction-history.csv | interactive-brokers-history | 0       | 101897.47105
         robinhood.csv                               |                             | 0       | 101906.40
         schwab.csv                                  |                             | 0       | 101899.58
         schwab-2023.csv                             |                             | EARLIER | 101899.58
         schwab-price-before-quantity.csv            |                             | 0       | 101899.58
         tastytrade.csv                              |                             | 0       | 101885.31
         tastytrade-2024.csv                         |                             | 0       | 101885.31
         tastytrade-2023.csv                         |                             | EARLIER | 101885.31
         tastyworks.csv                              |                             | EARLIER | 101885.31
         td-ameritrade.csv                           |                             | POSTED  | 101899.16
         thinkorswim.csv                             |                             | 0       | 101899.16
         vanguard.csv                                |                             | 0       | 101895.84
        """)
    void every_broker_tells_the_same_story(String file, @Nullable String named, String told, Money cash)
            throws Exception {
        Path path = SAMPLES.resolve(file);
        Told sample = Told.of(path, named);
        int days = told.equals("0") ? 0 : EARLIER;
        assertThat(sample.verdicts()).noneMatch(verdict -> verdict.startsWith("rejected"));
        assertThat(sample.warned()).isEmpty();
        try (Stream<String> lines = Files.lines(path)) {
            assertThat(sample.summary().seen()).isEqualTo(lines.count());
        }
        assertThat(story(sample.activities(), days)).isEqualTo(told.equals("POSTED") ? storyAsPosted() : STORY);
        assertThat(cash(sample.activities())).isEqualTo(cash);
        assertThat(positions(sample.activities(), days))
                .isEqualTo(Map.of("NVDA", new BigDecimal(10), "AAPL 2025-07-18 190 P", new BigDecimal(-1)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
         FILE         | STATED
         fidelity.csv | closing 101899.47 2025-06-30; opening 0.00 2025-04-01
         schwab.csv   |
         td-ameritrade.csv | opening 0.00 2023-04-04; closing 101899.16 2023-07-03
         interactive-brokers.csv | opening 0.00 2025-04-01; closing 101897.47105 2025-06-30; position 10 NVDA; position -1 AAPL 2025-07-18 190 P
         thinkorswim.csv | opening 0.00 2025-04-01; position 10 NVDA; position -1 AAPL 2025-07-18 190 P; closing 101899.16 2025-06-30
         vanguard.csv | position 10.0000 NVDA; position -1.0000 AAPL 2025-07-18 190 P; closing 101895.84 null
        """)
    void what_a_file_states_of_itself_is_what_its_lines_come_to(String file, @Nullable String stated) {
        assertThat(String.join("; ", Told.of(SAMPLES.resolve(file)).stated())).isEqualTo(stated == null ? "" : stated);
    }

    @Test
    void the_data_of_the_samples_are_in_one_folder_each_with_its_place_in_the_description() throws Exception {
        String described = Files.readString(Path.of("sample-data/README.md"));
        try (Stream<Path> files = Files.list(SAMPLES)) {
            assertThat(files.map(Path::getFileName).map(Path::toString))
                    .allMatch(file -> described.contains("| `" + file + "` |"));
        }
    }

    /** TD Ameritrade tells of an assignment on the day after and does not say that it was the day before. */
    private static String storyAsPosted() {
        return sorted(Stream.of(STORY.split("\n"))
                .map(line -> line.replaceFirst("2025-05-09 (?=ASSIGNED|BUY)", "2025-05-12 ")
                        .replaceFirst("2025-06-06 (?=ASSIGNED|SELL -200)", "2025-06-09 ")));
    }

    /** Oldest first; fees are another matter at each broker. */
    private static String story(List<Activity> activities, int days) {
        return sorted(activities.stream().map(activity -> line(activity, days)));
    }

    private static String sorted(Stream<String> lines) {
        return String.join("\n", lines.sorted().toList());
    }

    private static String line(Activity activity, int days) {
        Instrument instrument = activity.instrument();
        BigDecimal price = activity.price();
        boolean ofTrade = activity.action() == Action.BUY || activity.action() == Action.SELL;
        return activity.effective().plusDays(days) + " " + activity.action()
                + (activity.quantity().signum() == 0 ? "" : " " + plain(activity.quantity()))
                + (instrument == null ? "" : " " + moved(instrument, days))
                + (price == null || !ofTrade ? "" : " @" + plain(price))
                + " = " + activity.amount().plus(activity.fees());
    }

    private static Money cash(List<Activity> activities) {
        return activities.stream().map(Activity::amount).reduce(Money.ZERO, Money::plus);
    }

    /** What ends, ends on the side on which it is held. */
    private static Map<String, BigDecimal> positions(List<Activity> activities, int days) {
        Map<String, BigDecimal> positions = new TreeMap<>();
        activities.stream()
                .sorted(Comparator.comparing(Activity::effective).thenComparing(Activity::action))
                .filter(activity ->
                        activity.instrument() != null && activity.quantity().signum() != 0)
                .forEach(activity -> positions.merge(
                        moved(activity.instrument(), days),
                        new BigDecimal(plain(activity.quantity())),
                        BigDecimal::add));
        positions.values().removeIf(units -> units.signum() == 0);
        return positions;
    }

    private static String moved(Instrument instrument, int days) {
        return switch (instrument) {
            case OptionContract option -> {
                LocalDate expiry = option.expiry().plusDays(days);
                yield new OptionContract(option.root(), expiry, option.strike(), option.right(), option.multiplier())
                        .canonical();
            }
            case Instrument other -> other.canonical();
        };
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.toPlainString();
    }
}
