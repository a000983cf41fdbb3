package io.alluse.lot;

import io.alluse.account.AccountId;
import io.alluse.holding.Closing;
import io.alluse.holding.Closing.How;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import io.alluse.holding.Term;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import io.alluse.sql.CopyReader;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL that reads all lots of accounts with what closed them, wherever the accounts lie. */
final class LotHistoryStore {

    private static final String LOTS = Sql.of(LotHistoryStore.class, "all-lots");
    private static final String CLOSINGS = Sql.of(LotHistoryStore.class, "all-closings");
    private static final String ORIGINS = Sql.of(LotHistoryStore.class, "all-origins");
    private static final int CLOSING_COLUMNS = 9;
    private static final int ORIGIN_COLUMNS = 5;

    private final Session session;

    LotHistoryStore(Session session) {
        this.session = session;
    }

    Map<AccountId, LotHistory> of(Collection<AccountId> accounts) {
        String ids = LotStore.numbers(accounts);
        Map<AccountId, List<Lot>> lots = session.connected(connection -> lots(connection, LOTS.formatted(ids)));
        if (lots.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, List<Closing>> closings =
                session.connected(connection -> closings(connection, CLOSINGS.formatted(ids)));
        Map<AccountId, Map<Integer, Origin>> origins =
                session.connected(connection -> origins(connection, ORIGINS.formatted(ids)));
        Map<AccountId, LotHistory> histories = HashMap.newHashMap(lots.size());
        lots.forEach((account, theirs) -> histories.put(
                account,
                new LotHistory(
                        theirs, closings.getOrDefault(account, List.of()), origins.getOrDefault(account, Map.of()))));
        return histories;
    }

    private static Map<AccountId, Map<Integer, Origin>> origins(Connection connection, String statement)
            throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, ORIGIN_COLUMNS)) {
            Map<AccountId, Map<Integer, Origin>> origins = new HashMap<>();
            while (row.next()) {
                origins.computeIfAbsent(new AccountId(row.bigint()), _ -> new HashMap<>())
                        .put(row.integer(), new Origin(row.date(), row.date(), Money.of(LotStore.number(row))));
            }
            return origins;
        }
    }

    private static Map<AccountId, List<Lot>> lots(Connection connection, String statement) throws SQLException {
        InstrumentReader instruments = new InstrumentReader(Notation.CANONICAL);
        try (CopyReader row = CopyReader.of(connection, statement, LotStore.COLUMNS)) {
            Map<AccountId, List<Lot>> lots = new HashMap<>();
            while (row.next()) {
                lots.computeIfAbsent(new AccountId(row.bigint()), _ -> new ArrayList<>())
                        .add(LotStore.lot(row, instruments));
            }
            return lots;
        }
    }

    private static Map<AccountId, List<Closing>> closings(Connection connection, String statement) throws SQLException {
        try (CopyReader row = CopyReader.of(connection, statement, CLOSING_COLUMNS)) {
            Map<AccountId, List<Closing>> closings = new HashMap<>();
            while (row.next()) {
                closings.computeIfAbsent(new AccountId(row.bigint()), _ -> new ArrayList<>())
                        .add(closing(row));
            }
            return closings;
        }
    }

    private static Closing closing(CopyReader row) {
        return new Closing(
                row.integer(),
                row.text(),
                row.date(),
                LotStore.number(row),
                Money.of(LotStore.number(row)),
                Money.of(LotStore.number(row)),
                Term.valueOf(row.text()),
                How.valueOf(row.text()));
    }
}
