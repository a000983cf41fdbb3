package io.alluse.lot;

import io.alluse.account.AccountId;
import io.alluse.holding.Closing;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.lot.LotMoves.Source;
import io.alluse.money.Money;
import io.alluse.sql.CopyReader;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** SQL of lots and what closed them; by COPY, straight into the table partition. */
final class LotStore {

    private static final String OPEN = Sql.of(LotStore.class, "open-lots");
    static final int COLUMNS = 10;
    private static final String LAST = Sql.of(LotStore.class, "last-lots");
    private static final String CHANGE = Sql.of(LotStore.class, "change-lots");
    private static final String COPY_LOT = """
            copy lot_p%02d (account_id, no, instrument, opened, acquired, quantity, cost, open_quantity, open_cost, line_id)
                from stdin (format binary)""";
    private static final String COPY_CLOSING = """
            copy lot_closing_p%02d (account_id, lot_no, line_id, seq, closed, quantity, proceeds, cost, term, how)
                from stdin (format binary)""";

    private static final String COPY_ORIGIN = """
            copy lot_origin_p%02d (account_id, no, from_account_id, from_no, purchased, held_since, deferred)
                from stdin (format binary)""";
    private static final int ORIGIN_COLUMNS = 7;

    private final Session session;

    LotStore(Session session) {
        this.session = session;
    }

    /** Of accounts of one partition, in the order in which they were opened. */
    Map<AccountId, List<Lot>> open(int partition, Collection<AccountId> accounts) {
        String statement = OPEN.formatted(partition, numbers(accounts));
        return session.connected(connection -> open(connection, statement));
    }

    static String numbers(Collection<AccountId> accounts) {
        return accounts.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }

    private static Map<AccountId, List<Lot>> open(Connection connection, String statement) throws SQLException {
        InstrumentReader instruments = new InstrumentReader(Notation.CANONICAL);
        try (CopyReader row = CopyReader.of(connection, statement, COLUMNS)) {
            Map<AccountId, List<Lot>> lots = new HashMap<>();
            while (row.next()) {
                lots.computeIfAbsent(new AccountId(row.bigint()), _ -> new ArrayList<>())
                        .add(lot(row, instruments));
            }
            return lots;
        }
    }

    static Lot lot(CopyReader row, InstrumentReader instruments) {
        return new Lot(
                row.integer(),
                instrument(row.text(), instruments),
                row.date(),
                row.date(),
                number(row),
                Money.of(number(row)),
                number(row),
                Money.of(number(row)),
                row.text());
    }

    static Instrument instrument(String canonical, InstrumentReader instruments) {
        return Objects.requireNonNull(instruments.read(canonical), canonical);
    }

    static BigDecimal number(CopyReader row) {
        return Objects.requireNonNull(row.numeric(), "the column is not null");
    }

    /** The highest number given so far; an account without lots is left out. */
    Map<AccountId, Integer> last(Collection<AccountId> accounts) {
        Map<AccountId, Integer> last = new HashMap<>();
        session.client()
                .sql(LAST)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    last.put(new AccountId(row.getLong("account_id")), row.getInt("no"));
                });
        return last;
    }

    /** What accounts of one partition hold now that they have taken their lines. */
    void keep(int partition, Map<AccountId, HoldingChanges> changes) {
        Map<AccountId, LotMoves> moves = LinkedHashMap.newLinkedHashMap(changes.size());
        changes.forEach((account, change) ->
                moves.put(account, new LotMoves(change.opened(), change.changed(), change.closings(), Map.of())));
        move(partition, moves);
    }

    /** The same of what comes from other accounts, or goes there. */
    void move(int partition, Map<AccountId, LotMoves> moves) {
        CopyRows lots = new CopyRows(COLUMNS);
        CopyRows closings = new CopyRows(COLUMNS);
        CopyRows origins = new CopyRows(ORIGIN_COLUMNS);
        moves.forEach((account, move) -> {
            move.opened().forEach(lot -> add(lots, account, lot));
            addClosings(closings, account, move.closings());
            move.origins().forEach((no, source) -> add(origins, account, no, source));
        });
        session.copy(lots, COPY_LOT.formatted(partition));
        session.copy(closings, COPY_CLOSING.formatted(partition));
        session.copy(origins, COPY_ORIGIN.formatted(partition));
        change(partition, moves);
    }

    private static void add(CopyRows rows, AccountId account, int no, Source source) {
        rows.row()
                .put(account.value())
                .putInteger(no)
                .put(source.account().value())
                .putInteger(source.lot())
                .put(source.origin().purchased())
                .put(source.origin().heldSince())
                .put(source.origin().deferred().amount());
    }

    private static void add(CopyRows rows, AccountId account, Lot lot) {
        rows.row()
                .put(account.value())
                .putInteger(lot.no())
                .put(lot.instrument().canonical())
                .put(lot.opened())
                .put(lot.acquired())
                .put(lot.quantity())
                .put(lot.cost().amount())
                .put(lot.openQuantity())
                .put(lot.openCost().amount())
                .put(lot.line());
    }

    /** What one line closes stands together. */
    private static void addClosings(CopyRows rows, AccountId account, List<Closing> closings) {
        String line = "";
        int seq = 0;
        for (Closing closing : closings) {
            seq = closing.line().equals(line) ? seq + 1 : 1;
            line = closing.line();
            rows.row()
                    .put(account.value())
                    .putInteger(closing.lot())
                    .put(line)
                    .putSmall(seq)
                    .put(closing.date())
                    .put(closing.quantity())
                    .put(closing.proceeds().amount())
                    .put(closing.cost().amount())
                    .put(closing.term().name())
                    .put(closing.how().name());
        }
    }

    private record Changed(long account, Lot lot) {}

    private void change(int partition, Map<AccountId, LotMoves> moves) {
        List<Changed> changed = new ArrayList<>();
        moves.forEach((account, move) -> move.changed().forEach(lot -> changed.add(new Changed(account.value(), lot))));
        if (changed.isEmpty()) {
            return;
        }
        int updated = session.client()
                .sql(CHANGE.formatted(partition))
                .param("accounts", changed.stream().map(Changed::account).toArray(Long[]::new))
                .param("nos", changed.stream().map(one -> one.lot().no()).toArray(Integer[]::new))
                .param("instruments", texts(changed, lot -> lot.instrument().canonical()))
                .param("quantities", numbers(changed, Lot::openQuantity))
                .param("costs", numbers(changed, lot -> lot.openCost().amount()))
                .update();
        if (updated != changed.size()) {
            throw new IllegalStateException("only " + updated + " of " + changed.size() + " lots are there");
        }
    }

    private static String[] texts(List<Changed> changed, Function<Lot, String> text) {
        return changed.stream().map(one -> text.apply(one.lot())).toArray(String[]::new);
    }

    private static BigDecimal[] numbers(List<Changed> changed, Function<Lot, BigDecimal> number) {
        return changed.stream().map(one -> number.apply(one.lot())).toArray(BigDecimal[]::new);
    }
}
