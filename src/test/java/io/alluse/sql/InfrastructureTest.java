package io.alluse.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/** Which failures a run is started again after, and which are those of one account. */
class InfrastructureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
         STATE | WHAT                          | PASSES | DATA
         08006 | connection failure            | true   | false
         08003 | connection does not exist     | true   | false
         40001 | serialization failure         | true   | false
         40P01 | deadlock detected             | true   | false
         53100 | disk full                     | true   | false
         53300 | too many connections          | true   | false
         57014 | query canceled                | true   | false
         57P01 | admin shutdown                | true   | false
         57P05 | idle session timeout          | true   | false
         58030 | io error                      | true   | false
         25P03 | idle in transaction timeout   | true   | false
         25P04 | transaction timeout           | true   | false
         22003 | numeric value out of range    | false  | true
         23505 | unique violation              | false  | true
         23514 | check violation               | false  | true
         54000 | program limit exceeded        | false  | true
         P0001 | raised by a trigger           | false  | true
         25P02 | in failed transaction         | false  | false
         25006 | read only transaction         | false  | false
         42501 | insufficient privilege        | false  | false
         42P01 | undefined table               | false  | false
         55000 | not in prerequisite state     | false  | false
         XX000 | internal error                | false  | false
         5     | no state at all               | false  | false
        """, useHeadersInDisplayName = true)
    void the_sqlstate_tells(String state, String what, boolean passes, boolean data) {
        SQLException failure = new SQLException(what, state);
        for (Throwable thrown : new Throwable[] {
            failure,
            new DataAccessResourceFailureException("translated", failure),
            Fault.environment("told", new IllegalStateException(failure))
        }) {
            assertThat(Infrastructure.isPassing(thrown)).isEqualTo(passes);
            assertThat(Infrastructure.isOfTheData(thrown)).isEqualTo(data);
            assertThat(Infrastructure.isOfTheDatabase(thrown)).isTrue();
            assertThat(Infrastructure.wordsOf(thrown)).isEqualTo(what);
        }
    }

    /** No server has answered: the pool, or the driver, has found the connection closed. */
    @Test
    void without_a_sqlstate_it_is_the_connection_that_failed() {
        SQLException failure = new SQLException("Connection is closed");
        assertThat(Infrastructure.isPassing(failure)).isTrue();
        assertThat(Infrastructure.isOfTheData(failure)).isFalse();
        assertThat(Infrastructure.isOfTheDatabase(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", Infrastructure.OURS})
    void what_is_found_by_counting_rows_would_be_found_again(String state) {
        SQLException failure = new SQLException("COPY wrote 1 row of 2", state);
        assertThat(Infrastructure.isPassing(failure)).isFalse();
        assertThat(Infrastructure.isOfTheData(failure)).isFalse();
        assertThat(Infrastructure.isOfTheDatabase(failure)).isTrue();
    }

    @Test
    void what_is_no_statement_passes_where_the_connection_is_what_failed() {
        assertThat(new Throwable[] {
                    new PassingFailure("the lock is lost"),
                    new SQLTransientConnectionException("no connection within 5 s"),
                    new CannotCreateTransactionException("no connection"),
                    new UncheckedIOException(new IOException("broken pipe"))
                })
                .allMatch(Infrastructure::isPassing);
        assertThat(new Throwable[] {
                    new IllegalStateException("taken over"),
                    new DataRetrievalFailureException("no row"),
                    Fault.conflict("already done")
                })
                .noneMatch(Infrastructure::isPassing);
    }

    /** A rollback that fails as well says why: the connection is gone. */
    @Test
    void what_was_suppressed_counts_too() {
        IllegalStateException thrown = new IllegalStateException("first");
        thrown.addSuppressed(new SQLException("the connection is gone", "08006"));
        assertThat(Infrastructure.isPassing(new IllegalStateException("outer", thrown)))
                .isTrue();
    }

    @Test
    void a_rule_that_fails_is_none_of_the_databases_business() {
        assertThat(Infrastructure.isOfTheDatabase(new ArithmeticException("division by zero")))
                .isFalse();
        assertThat(Infrastructure.isOfTheData(new ArithmeticException("division by zero")))
                .isFalse();
    }
}
