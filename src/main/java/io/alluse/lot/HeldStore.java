package io.alluse.lot;

import io.alluse.account.AccountId;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.money.Money;
import io.alluse.sql.CopyReader;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** SQL of what accounts hold, added up by instrument, for a page of them at once, wherever they lie. */
final class HeldStore {

    private static final String HELD = Sql.of(HeldStore.class, "held");
    private static final int COLUMNS = 4;

    private final Session session;

    HeldStore(Session session) {
        this.session = session;
    }

    Map<AccountId, List<Held>> of(Collection<AccountId> accounts) {
        String statement = HELD.formatted(LotStore.numbers(accounts));
        return session.connected(connection -> held(connection, statement));
    }

    private static Map<AccountId, List<Held>> held(Connection connection, String statement) throws SQLException {
        InstrumentReader instruments = new InstrumentReader(Notation.CANONICAL);
        try (CopyReader row = CopyReader.of(connection, statement, COLUMNS)) {
            Map<AccountId, SortedMap<String, Held>> held = new HashMap<>();
            while (row.next()) {
                AccountId account = new AccountId(row.bigint());
                String instrument = row.text();
                held.computeIfAbsent(account, _ -> new TreeMap<>())
                        .merge(instrument, held(instrument, row, instruments), Held::plus);
            }
            Map<AccountId, List<Held>> lists = HashMap.newHashMap(held.size());
            held.forEach((account, theirs) -> lists.put(account, List.copyOf(theirs.values())));
            return lists;
        }
    }

    private static Held held(String instrument, CopyReader row, InstrumentReader instruments) {
        return new Held(
                LotStore.instrument(instrument, instruments), LotStore.number(row), Money.of(LotStore.number(row)));
    }
}
