package io.alluse.intent;

import io.alluse.money.Money;
import io.alluse.sql.CopyReader;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Consumer;

/** SQL that streams the intents of a date. */
final class ExportStore {

    private static final String EXPORTED = Sql.of(ExportStore.class, "exported-intents");
    private static final int COLUMNS = 17;

    private final Session session;

    ExportStore(Session session) {
        this.session = session;
    }

    /** In the order of the accounts, so that those that share a brokerage account stand together. */
    void each(int partition, LocalDate date, Consumer<ExportedIntent> intents) {
        String statement = EXPORTED.formatted(partition, date.toEpochDay());
        session.connected(connection -> {
            each(connection, statement, intents);
            return partition;
        });
    }

    private static void each(Connection connection, String statement, Consumer<ExportedIntent> intents)
            throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, COLUMNS)) {
            while (row.next()) {
                intents.accept(intent(row));
            }
        }
    }

    /** The columns stand in the order in which they are read. */
    private static ExportedIntent intent(CopyReader row) {
        row.bigint();
        return new ExportedIntent(
                row.integer(),
                row.integer(),
                row.text(),
                row.integer() == 1,
                IntentKind.valueOf(row.text()),
                row.text(),
                row.numeric(),
                Money.of(Objects.requireNonNull(row.numeric())),
                row.numeric(),
                row.dateOrNull(),
                IntentStore.delta(row.integerOrNull(), row.integerOrNull()),
                row.dateOrNull(),
                row.dateOrNull(),
                row.date(),
                row.date());
    }
}
