package io.alluse.statement;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import io.alluse.sql.CopyReader;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** SQL of the stage: the activities of the file at hand, in and out by COPY. */
final class StageStore {

    private static final String COPY = """
            copy statement_stage (run_id, brokerage_id, effective, line, leg, lines, action, posted, second_of_day, effect,
                instrument, quantity, price, amount, fees, basis, became, told) from stdin (format binary)""";
    private static final String PAGES = Sql.of(StageStore.class, "fill-pages");

    private static final String BY_INDEX =
            "set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off";

    private static final String PAGE = Sql.of(StageStore.class, "staged-page");
    private static final int COLUMNS = 17;

    private final Session session;
    private final CopyRows rows = new CopyRows(18);

    StageStore(Session session) {
        this.session = session;
    }

    /** From now on, and until the transaction ends, in temporary tables of the same names. */
    void rehearse() {
        session.connected(connection -> {
            execute(connection, Sql.of(StageStore.class, "create-rehearsal"));
            return connection;
        });
    }

    /** One file at a time is imported, and what another one left here can be read again from it. */
    void clear() {
        rows.clear();
        session.client().sql("truncate statement_stage").update();
    }

    void add(long runId, StagedLine staged) {
        Activity activity = staged.activity();
        rows.row()
                .put(runId)
                .put(staged.brokerage())
                .put(activity.effective())
                .put(activity.line())
                .putSmall(staged.leg())
                .putInteger(staged.lines())
                .put(activity.action().name())
                .put(activity.posted())
                .putIntegerOrNull(secondOf(activity.time()))
                .put(activity.effect().name())
                .put(canonical(activity.instrument()))
                .put(activity.quantity())
                .put(activity.price())
                .put(activity.amount().amount())
                .put(activity.fees().amount())
                .put(amountOf(activity.basis()))
                .put(canonical(activity.became()))
                .put(activity.text());
    }

    private static @Nullable Integer secondOf(@Nullable LocalTime time) {
        return time == null ? null : time.toSecondOfDay();
    }

    private static @Nullable String canonical(@Nullable Instrument instrument) {
        return instrument == null ? null : instrument.canonical();
    }

    private static @Nullable BigDecimal amountOf(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    int waiting() {
        return rows.rows();
    }

    void send() {
        session.copy(rows, COPY);
    }

    long count(long runId) {
        return session.client()
                .sql("select count(*) from statement_stage where run_id = :run")
                .param("run", runId)
                .query(Long.class)
                .single();
    }

    /** Cuts what is staged into pages of about so many activities. */
    void fillPages(long runId, long most, boolean onePart) {
        session.client()
                .sql(PAGES)
                .param("run", runId)
                .param("most", most)
                .param("one_part", onePart)
                .update();
    }

    /** Until the transaction ends, by indexes, whatever the planner thinks of tables that are just being filled. */
    void readByIndex() {
        session.connected(connection -> {
            execute(connection, BY_INDEX);
            return connection;
        });
    }

    /** By brokerage account and day, within a day as the file has them. */
    List<StagedLine> lines(StatementPage page) {
        String statement = PAGE.formatted(page.fromId(), page.fromDate(), page.toId(), page.toDate());
        return session.connected(connection -> new Reading().read(connection, statement, page.activities()));
    }

    private static void execute(Connection connection, String settings) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(settings);
        }
    }

    /** Instruments are remembered as long as a page is read. */
    private static final class Reading {

        private final InstrumentReader instruments = new InstrumentReader(Notation.CANONICAL);

        List<StagedLine> read(Connection connection, String statement, long most) throws SQLException {
            try (CopyReader row = CopyReader.of(connection, statement, COLUMNS)) {
                List<StagedLine> lines = new ArrayList<>(Math.toIntExact(most));
                while (row.next()) {
                    lines.add(line(row));
                }
                return lines;
            }
        }

        private StagedLine line(CopyReader row) {
            long brokerage = row.bigint();
            int leg = row.integer();
            int lines = row.integer();
            return new StagedLine(brokerage, leg, lines, activity(row));
        }

        private Activity activity(CopyReader row) {
            return new Activity(
                    row.bigint(),
                    "",
                    Action.valueOf(row.text()),
                    row.date(),
                    row.date(),
                    timeOf(row.integerOrNull()),
                    Effect.valueOf(row.text()),
                    instrument(row.textOrNull()),
                    number(row),
                    row.numeric(),
                    Money.of(number(row)),
                    Money.of(number(row)),
                    money(row.numeric()),
                    instrument(row.textOrNull()),
                    row.text());
        }

        private @Nullable Instrument instrument(@Nullable String canonical) {
            return canonical == null ? null : Objects.requireNonNull(instruments.read(canonical), canonical);
        }
    }

    private static @Nullable LocalTime timeOf(@Nullable Integer second) {
        return second == null ? null : LocalTime.ofSecondOfDay(second);
    }

    private static BigDecimal number(CopyReader row) {
        return Objects.requireNonNull(row.numeric(), "the column is not null");
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : Money.of(amount);
    }
}
