package io.alluse.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.database.TestDatabase;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes in by COPY is what the database holds, also where {@link CopyRows} has not brought it there. */
class CopyReaderTest {

    private static TestDatabase database;
    private static Connection connection;

    @BeforeAll
    static void create() throws SQLException {
        database = TestDatabase.create();
        connection = database.owner().getConnection();
        connection.createStatement().execute("create temporary table kept (n integer, number numeric)");
    }

    @AfterAll
    static void drop() throws SQLException {
        connection.close();
        database.close();
    }

    private static List<BigDecimal> numbers(long seed) {
        Random random = new Random(seed);
        List<BigDecimal> numbers = new ArrayList<>();
        for (int scale = 0; scale <= 12; scale++) {
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
    @ValueSource(longs = {31, 32, 33})
    void numbers_of_any_size_and_scale_come_back_digit_by_digit(long seed) throws SQLException {
        List<BigDecimal> numbers = numbers(seed);
        connection.createStatement().execute("truncate kept");
        try (PreparedStatement insert = connection.prepareStatement("insert into kept values (?, ?::text::numeric)")) {
            for (int i = 0; i < numbers.size(); i++) {
                insert.setInt(1, i);
                insert.setString(2, numbers.get(i).toPlainString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
        List<@Nullable BigDecimal> read = new ArrayList<>();
        try (CopyReader rows =
                CopyReader.of(connection, "copy (select number from kept order by n) to stdout (format binary)", 1)) {
            while (rows.next()) {
                read.add(rows.numeric());
            }
        }
        assertThat(read).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"NaN", "Infinity", "-Infinity"})
    void what_is_no_number_is_refused_and_the_next_column_can_be_read(String text) throws SQLException {
        try (CopyReader rows = CopyReader.of(
                connection, "copy (select '" + text + "'::numeric, 7::bigint) to stdout (format binary)", 2)) {
            assertThat(rows.next()).isTrue();
            assertThatThrownBy(rows::numeric).isInstanceOf(ArithmeticException.class);
            assertThat(rows.bigint()).isEqualTo(7);
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_number_may_be_null_and_a_row_need_not_be_read_to_its_end() throws SQLException {
        String select =
                "copy (select null::numeric, i::bigint, 'x' from generate_series(1, 3) i) to stdout (format binary)";
        try (CopyReader rows = CopyReader.of(connection, select, 3)) {
            for (int i = 1; rows.next(); i++) {
                assertThat(rows.numeric()).isNull();
                assertThat(rows.bigint()).isEqualTo(i);
            }
        }
    }

    @Test
    void columns_of_all_kinds_come_in_their_order() throws SQLException {
        String select = """
                copy (select -9223372036854775808, -7, 'März – 利息 🐘', '\\x00ff'::bytea, '', 1.50
                    from generate_series(1, 3)) to stdout (format binary)""";
        try (CopyReader rows = CopyReader.of(connection, select, 6)) {
            for (int i = 0; i < 3; i++) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.bigint()).isEqualTo(Long.MIN_VALUE);
                assertThat(rows.integer()).isEqualTo(-7);
                assertThat(rows.text()).isEqualTo("März – 利息 🐘");
                assertThat(rows.bytes()).containsExactly(0, 0xFF);
                assertThat(rows.text()).isEmpty();
                assertThat(rows.numeric()).isEqualTo(new BigDecimal("1.50"));
            }
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void no_rows_are_none() throws SQLException {
        try (CopyReader rows = CopyReader.of(connection, "copy (select 1 where false) to stdout (format binary)", 1)) {
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void a_row_of_other_columns_is_refused_and_the_connection_stays_usable() throws SQLException {
        String statement = "copy (select 1, 2 from generate_series(1, 100000)) to stdout (format binary)";
        try (CopyReader rows = CopyReader.of(connection, statement, 3)) {
            assertThatThrownBy(rows::next).hasMessage("COPY sent a row of 2 columns instead of 3");
        }
        try (CopyReader rows = CopyReader.of(connection, "copy (select 5) to stdout (format binary)", 1)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.integer()).isEqualTo(5);
        }
    }
}
