package io.alluse.database;

import static io.alluse.database.Sessions.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {

    @Test
    void each_clone_is_migrated_and_its_own() throws SQLException {
        try (TestDatabase one = TestDatabase.create();
                TestDatabase two = TestDatabase.create()) {
            String insert = "insert into batch_job_instance values (1, 0, 'nightly', 'k')";
            try (Connection connection = one.program().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(insert);
            }
            assertThat(value(one.program(), "select count(*) from batch_job_instance"))
                    .isEqualTo("1");
            assertThat(value(two.program(), "select count(*) from batch_job_instance"))
                    .isEqualTo("0");
            assertThat(value(one.superuser(), "select usesuper from pg_user where usename = current_user"))
                    .isEqualTo("t");
        }
    }
}
