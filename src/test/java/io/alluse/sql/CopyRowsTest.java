package io.alluse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.database.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** What goes out by COPY is what the database reads, also by comparison with what it reads from literals. */
class CopyRowsTest {

    private static TestDatabase database;
    private static SingleConnectionDataSource source;
    private static JdbcTemplate template;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
        source = new SingleConnectionDataSource(database.owner().getConnection(), true);
        template = new JdbcTemplate(source);
    }

    @AfterAll
    static void drop() {
        source.destroy();
        database.close();
    }

    private static void copied(String columns, CopyRows rows) {
        template.execute((Connection connection) -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop table if exists sent");
                statement.execute("create temporary table sent (" + columns + ")");
            }
            rows.send(connection, "copy sent from stdin (format binary)");
            return rows;
        });
    }

    private static List<BigDecimal> numbers(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> numbers = new ArrayList<>();
        for (int scale = 0; scale <= 8; scale++) {
            for (int bits = 0; bits <= 130; bits++) {
                BigInteger unscaled = new BigInteger(bits, random);
                numbers.add(new BigDecimal(random.nextBoolean() ? unscaled : unscaled.negate(), scale));
            }
            for (int zeros = 0; zeros <= 20; zeros++) {
                numbers.add(new BigDecimal(BigInteger.TEN.pow(zeros), scale));
            }
            numbers.add(BigDecimal.ZERO.setScale(scale));
        }
        return numbers;
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {21, 22, 23})
    void numbers_of_any_size_and_scale_arrive_digit_by_digit(long seed) {
        List<BigDecimal> numbers = numbers(seed);
        CopyRows rows = new CopyRows(3);
        for (int i = 0; i < numbers.size(); i++) {
            rows.row().putInteger(i).put(numbers.get(i)).put(numbers.get(i).toPlainString());
        }
        copied("n integer, sent numeric, literal text", rows);
        assertThat(template.queryForList(
                        "select literal || ' arrived as ' || sent from sent where sent::text <> literal", String.class))
                .isEmpty();
        assertThat(template.queryForList("select sent from sent order by n", BigDecimal.class))
                .isEqualTo(numbers);
        assertThat(template.queryForObject(
                        "select count(*) from sent where numeric_send(sent) <> numeric_send(literal::numeric)",
                        Long.class))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "1E+3,1000",
        "-12E5,-1200000",
        "0E+9,0",
        "1E-20,0.00000000000000000001",
        "123456789012E+30,123456789012000000000000000000000000000000"
    })
    void exponents_are_written_out(BigDecimal number, String arrives) {
        CopyRows rows = new CopyRows(1);
        rows.row().put(number);
        copied("sent numeric", rows);
        assertThat(template.queryForObject("select sent::text from sent", String.class))
                .isEqualTo(arrives);
    }

    @Test
    void text_arrives_letter_by_letter() {
        List<String> texts =
                new ArrayList<>(List.of("", "plain", "März – 利息 🐘", "tab\tline\nbreak\\N \\.", "'\"", "é"));
        texts.add("x".repeat(200_000));
        CopyRows rows = new CopyRows(2);
        for (int i = 0; i < texts.size(); i++) {
            rows.row().putInteger(i).put(texts.get(i));
        }
        copied("n integer, sent text", rows);
        assertThat(template.queryForList("select sent from sent order by n", String.class))
                .isEqualTo(texts);
    }

    @Test
    void nothing_arrives_as_null() {
        CopyRows rows = new CopyRows(3);
        rows.row().put((@Nullable String) null).put((@Nullable BigDecimal) null).putNull();
        copied("a text, b numeric, c date", rows);
        assertThat(template.queryForObject("select num_nulls(a, b, c) from sent", Integer.class))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0001-01-01", "1582-10-15", "1969-12-31", "1999-12-31", "2000-01-01", "2024-02-29", "9999-12-31"
            })
    void dates_arrive_day_by_day(LocalDate date) {
        CopyRows rows = new CopyRows(1);
        rows.row().put(date);
        copied("sent date", rows);
        assertThat(template.queryForObject("select sent::text from sent", String.class))
                .isEqualTo(date.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1969-12-31T23:59:59.999999Z", "1999-12-31T23:59:59.000001Z", "2026-01-05T14:30:00.123456Z"})
    void instants_arrive_to_the_microsecond(Instant instant) {
        CopyRows rows = new CopyRows(1);
        rows.row().put(instant);
        copied("sent timestamptz", rows);
        assertThat(template.queryForObject(
                        "select to_char(sent at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') from sent",
                        String.class))
                .isEqualTo(instant.toString());
    }

    @Test
    void whole_numbers_and_bytes_arrive() {
        byte[] bytes = {0, 1, -1, 127, -128};
        CopyRows rows = new CopyRows(4);
        rows.row()
                .put(Long.MIN_VALUE)
                .putInteger(Integer.MIN_VALUE)
                .putSmall(Short.MIN_VALUE)
                .put(bytes);
        rows.row()
                .put(Long.MAX_VALUE)
                .putInteger(Integer.MAX_VALUE)
                .putSmall(Short.MAX_VALUE)
                .put(new byte[0]);
        copied("a bigint, b integer, c smallint, d bytea", rows);
        assertThat(template.queryForList(
                        "select a || ' ' || b || ' ' || c || ' ' || d from sent order by a", String.class))
                .containsExactly(
                        Long.MIN_VALUE + " " + Integer.MIN_VALUE + " -32768 \\x0001ff7f80",
                        Long.MAX_VALUE + " " + Integer.MAX_VALUE + " 32767 \\x");
        assertThatThrownBy(() -> rows.row().putSmall(32_768)).hasMessageContaining("was 32768");
    }

    @Test
    void many_rows_arrive_and_the_buffer_is_empty_after() {
        CopyRows rows = new CopyRows(2);
        for (int i = 0; i < 50_000; i++) {
            rows.row().putInteger(i).put(BigDecimal.valueOf(i, 2));
        }
        copied("n integer, sent numeric", rows);
        assertThat(template.queryForObject("select sum(sent)::text from sent", String.class))
                .isEqualTo("12499750.00");
        assertThat(rows.rows()).isZero();
        copied("n integer, sent numeric", rows);
        assertThat(template.queryForObject("select count(*) from sent", Long.class))
                .isZero();
    }

    @Test
    void a_refused_copy_leaves_an_empty_buffer_and_a_usable_connection() {
        CopyRows rows = new CopyRows(1);
        rows.row().put("no date");
        assertThatThrownBy(() -> copied("sent date", rows)).hasMessageContaining("incorrect binary data format");
        assertThat(rows.rows()).isZero();
        assertThat(template.queryForObject("select 1", Integer.class)).isEqualTo(1);
    }
}
