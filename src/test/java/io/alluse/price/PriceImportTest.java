package io.alluse.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvProblem;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceImportTest {

    private static final BusinessDay TODAY = BusinessDay.parse("2026-01-05");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-05T21:30:00Z"), ZoneOffset.UTC);

    private TestDatabase database;
    private Session session;
    private PriceImport prices;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void create() {
        database = TestDatabase.create();
        DataSource source = database.program();
        session = Session.of(source);
        AuditContext ann = new AuditContext("ann", "node-1", null, "alluse price import", CLOCK);
        prices = new PriceImport(session, Audit.of(source, ann));
    }

    @AfterEach
    void drop() {
        database.close();
    }

    private PriceReport load(String text, boolean replace) {
        return prices.load(new PriceImport.Order(file(text), null, TODAY, replace));
    }

    private PriceReport load(String text) {
        return load(text, false);
    }

    private Path file(String text) {
        try {
            return Files.writeString(dir.resolve("prices.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String counts(PriceReport report) {
        return report.loaded() + " " + report.replaced() + " " + report.alreadyThere() + " " + report.refused();
    }

    private static List<String> problems(PriceReport report) {
        return report.problems().stream()
                .map((CsvProblem problem) -> problem.in("f"))
                .toList();
    }

    private List<String> rows(String sql) {
        return session.client().sql(sql).query((row, no) -> row.getString(1)).list();
    }

    private String at(String symbols, String date) {
        Map<String, Price> found = new Prices(session).at(List.of(symbols.split(",")), LocalDate.parse(date));
        return found.values().stream()
                .map(price -> price.symbol() + " " + price.close().toPlainString() + " "
                        + price.ageOn(LocalDate.parse(date)) + "d")
                .sorted()
                .collect(Collectors.joining(", "));
    }

    @Test
    void the_last_price_at_or_before_a_date_counts_however_old() {
        assertThat(counts(load("""
                date,close,symbol,volume
                2014-12-31,44.5,TSLA,
                2025-12-31,100,TSLA,123456789
                2026-01-02,101.25,TSLA,
                2026-01-02,7.35,TSLA 2026-03-20 250 P,
                2026-01-05,55,NVDA,
                """))).isEqualTo("5 0 0 0");
        assertThat(at("TSLA,NVDA,TSLA 2026-03-20 250 P,AAPL,TSLA", "2026-01-05"))
                .isEqualTo("NVDA 55 0d, TSLA 101.25 3d, TSLA 2026-03-20 250 P 7.35 3d");
        assertThat(at("TSLA,NVDA", "2026-01-01")).isEqualTo("TSLA 100 1d");
        assertThat(at("TSLA", "2015-01-02")).isEqualTo("TSLA 44.5 2d");
        assertThat(at("TSLA", "2014-12-30")).isEmpty();
        assertThat(at("TSLA", "2045-01-01")).isEqualTo("TSLA 101.25 6939d");
        assertThat(new Prices(session).at(List.of(), TODAY.date())).isEmpty();
        assertThat(new Prices(session).list("TSLA", LocalDate.of(2015, 1, 1), TODAY.date(), 10))
                .extracting(Price::date)
                .containsExactly(LocalDate.of(2026, 1, 2), LocalDate.of(2025, 12, 31));
    }

    @Test
    void every_year_has_its_place_and_none_is_the_default_one() {
        load("symbol,date,close\nA,1999-06-30,1\nA,2014-12-31,2\nA,2015-01-01,3\nA,2025-12-31,4\nA,2026-01-01,5\n");
        assertThat(rows("select tableoid::regclass::text from price order by date"))
                .containsExactly("price_before", "price_before", "price_2015", "price_2025", "price_2026");
    }

    @Test
    void refusals_are_told_with_their_place_and_the_rest_is_loaded() {
        PriceReport report = load("""
                symbol,date,close,high,low
                TSLA,2026-01-02,100,101,99
                TSLA,2026-01-02,100.00,101,99
                TSLA,2026-01-02,100,101,98
                tsla,2026-01-02,100,,
                NVDA,2026-01-06,55,,
                NVDA,2026-01-05,0,,
                NVDA,2026-01-02,55
                AAPL,2026-01-02,200,199,201
                MSFT,2026-01-02,400,,
                """);
        assertThat(counts(report)).isEqualTo("2 0 1 6");
        assertThat(problems(report))
                .containsExactly(
                        "f:4:1: symbol 'TSLA': is on line 2 with other content for 2026-01-02",
                        "f:5:1: symbol 'tsla': is not a symbol such as AAPL or an option such as AAPL 2024-03-15 150 C",
                        "f:6:2: date '2026-01-06': is in the future; today is 2026-01-05",
                        "f:7:3: close '0': must be positive",
                        "f:8:4: row 'NVDA': expected 5 columns, found 3",
                        "f:9:4: high '199': is below the low of 201");
        assertThat(rows("select symbol || ' ' || close from price order by 1")).containsExactly("MSFT 400", "TSLA 100");
    }

    @Test
    void what_is_loaded_is_not_loaded_again_and_not_changed_unless_asked() {
        String first = "symbol,date,close,high\nTSLA,2026-01-02,100,101\nNVDA,2026-01-02,55,\n";
        assertThat(counts(load(first))).isEqualTo("2 0 0 0");
        assertThat(counts(load(first))).isEqualTo("0 0 2 0");
        assertThat(counts(load("close,symbol,date\n100.00,TSLA,2026-01-02\n"))).isEqualTo("0 0 1 0");

        String other = "symbol,close,date,high,volume\nTSLA,100.5,2026-01-02,101.5,9\nNVDA,55,2026-01-02,56,9\n";
        PriceReport refused = load(other);
        assertThat(counts(refused)).isEqualTo("1 0 0 1");
        assertThat(problems(refused))
                .containsExactly(
                        "f:2:2: close '100.5': was loaded as 100; --replace replaces it",
                        "f:2:4: high '101.5': was loaded as 101; --replace replaces it");
        assertThat(counts(prices.preview(new PriceImport.Order(file(other), null, TODAY, true))))
                .isEqualTo("0 1 1 0");
        assertThat(counts(load(other, true))).isEqualTo("0 1 1 0");
        assertThat(rows("select concat_ws(' ', symbol, close, high, low, volume) from price order by 1"))
                .containsExactly("NVDA 55 56 9", "TSLA 100.5 101.5 9");
        assertThat(rows("""
                select concat_ws(' ', a.os_user, e.subject, e.action, e.detail) from audit a
                join audit_entry e on e.audit_id = a.id order by a.id, e.subject"""))
                .containsExactly(
                        "ann prices imported prices.csv: 2 loaded, 0 replaced",
                        "ann prices imported prices.csv: 1 loaded, 0 replaced",
                        "ann price TSLA 2026-01-02 replaced 100 to 100.5",
                        "ann prices imported prices.csv: 0 loaded, 1 replaced");
    }

    @Test
    void a_file_of_many_pages_is_loaded_whole() {
        StringBuilder text = new StringBuilder("symbol,date,close\n");
        LocalDate first = LocalDate.of(2024, 1, 1);
        for (int symbol = 0; symbol < 30; symbol++) {
            for (int day = 0; day < 400; day++) {
                text.append("S")
                        .append(symbol)
                        .append(',')
                        .append(first.plusDays(day))
                        .append(',')
                        .append(day + 1)
                        .append(".5\n");
            }
        }
        assertThat(counts(load(text.toString()))).isEqualTo("12000 0 0 0");
        assertThat(counts(load(text.toString()))).isEqualTo("0 0 12000 0");
        assertThat(counts(load(text.toString().replace(".5\n", ".6\n"), true))).isEqualTo("0 12000 0 0");
        assertThat(at("S7,S29", "2024-01-31")).isEqualTo("S29 31.6 0d, S7 31.6 0d");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             symbol,date,open,close | 'open': no such column; columns are symbol,date,close,high,low,volume
             symbol,date            | column 'close' is missing
             symbol;date;close      | columns are separated by commas, not like this
             symbol,date,close      | holds no price
            """)
    void a_file_of_another_shape_is_refused_whole(String text, String reason) {
        assertThatThrownBy(() -> load(text + "\n")).isInstanceOf(Fault.class).hasMessageContaining(reason);
    }
}
