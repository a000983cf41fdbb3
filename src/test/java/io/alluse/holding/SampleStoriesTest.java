package io.alluse.holding;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.activity.Activity;
import io.alluse.broker.LineProblem;
import io.alluse.broker.LineSink;
import io.alluse.broker.Stated;
import io.alluse.broker.StatementReading;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The samples of all brokers come to the same lots; what differs is fees. */
class SampleStoriesTest {

    private static final Path SAMPLES = Path.of("sample-data/statements");

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             FILE                             | NAMED       | CASH
             etrade.csv                       | etrade      | 101899.47
             etrade-2023.csv                  | etrade-2023 | 101899.47
             fidelity.csv                     |             | 101899.47
             fidelity-all-accounts.csv        |             | 101899.47
             fidelity-foreign-currency.csv    |             | 101899.47
             fidelity-2023.csv                |             | 101899.47
             fidelity-2022.csv                |             | 101899.47
             firstrade.csv                    | firstrade   | 101906.62
             interactive-brokers.csv          |             | 101897.47105
             robinhood.csv                    |             | 101906.40
             schwab.csv                       |             | 101899.58
             schwab-2023.csv                  |             | 101899.58
             schwab-price-before-quantity.csv |             | 101899.58
             tastytrade.csv                   |             | 101885.31
             tastytrade-2024.csv              |             | 101885.31
             tastytrade-2023.csv              |             | 101885.31
             tastyworks.csv                   |             | 101885.31
             vanguard.csv                     |             | 101895.84
            """)
    void a_wheel_comes_to_the_same_lots_whichever_broker_tells_it(String file, @Nullable String named, Money cash) {
        List<Line> lines = new ArrayList<>();
        StatementReading.read(SAMPLES.resolve(file), named, new Lines(lines));
        Desk desk = Desk.empty().sayAll(lines).done().check();

        assertThat(desk.told()).noneMatch(told -> told.contains("refused"));
        assertThat(desk.changes().balances().of(LedgerAccount.CASH)).isEqualTo(cash);
        assertThat(desk.changes().opened().stream().filter(Lot::isOpen))
                .map(lot -> Shares.plain(lot.openQuantity()) + " "
                        + lot.instrument().underlying())
                .containsExactlyInAnyOrder("10 NVDA", "-1 AAPL");
        assertThat(desk.changes().closings())
                .map(closing -> Shares.plain(closing.quantity()) + " " + closing.how())
                .containsExactly(
                        "-1 EXPIRY",
                        "-1 EXPIRY",
                        "-2 INTO_SHARES",
                        "-2 EXPIRY",
                        "-2 INTO_SHARES",
                        "200 TRADE",
                        "-1 TRADE");
    }

    /** Keeps what is taken. */
    private record Lines(List<Line> lines) implements LineSink {

        @Override
        public void took(Activity activity, long count) {
            lines.add(new Line(activity, "l" + (lines.size() + 1)));
        }

        @Override
        public void ignored(long line, long count, String kind) {}

        @Override
        public void rejected(LineProblem problem, long count) {
            throw new AssertionError(problem.toString());
        }

        @Override
        public void stated(Stated stated) {}

        @Override
        public void warned(LineProblem problem) {}
    }
}
