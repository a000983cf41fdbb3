package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL of what the ledger has for brokerage accounts as of the ends of their statements. */
final class BookedStore {

    /** Together they are what the broker's cash must show (docs/rules.md 1.7). */
    private static final String[] BROKER_CASH = Stream.of(
                    LedgerAccount.CASH,
                    LedgerAccount.BUFFER,
                    LedgerAccount.TAX_RESERVE,
                    LedgerAccount.ALLOCATED_CONTRACTS,
                    LedgerAccount.ALLOCATED_SHARES,
                    LedgerAccount.ALLOCATED_LEAPS)
            .map(LedgerAccount::name)
            .toArray(String[]::new);

    private static final String CASH = Sql.of(BookedStore.class, "booked-cash");
    private static final String POSITIONS = Sql.of(BookedStore.class, "booked-positions");
    private static final String ANNOUNCED = Sql.of(BookedStore.class, "booked-announcements");

    private final Session session;

    BookedStore(Session session) {
        this.session = session;
    }

    /** One query each for cash, positions and announcements of the page. */
    Map<AccountId, Booked> booked(List<StatementEnd> page) {
        Map<AccountId, Money> cash = says(page, BreakKind.CASH) ? cash(page) : Map.of();
        Map<AccountId, Map<String, BigDecimal>> positions = says(page, BreakKind.POSITION) ? positions(page) : Map.of();
        Map<AccountId, Money> announcedCash = new HashMap<>();
        Map<AccountId, Map<String, BigDecimal>> announced = announced(page, announcedCash);
        Map<AccountId, Booked> booked = HashMap.newHashMap(page.size());
        for (StatementEnd stated : page) {
            AccountId id = stated.brokerage();
            booked.put(
                    id,
                    new Booked(
                            cash.getOrDefault(id, Money.ZERO),
                            positions.getOrDefault(id, Map.of()),
                            announcedCash.getOrDefault(id, Money.ZERO),
                            announced.getOrDefault(id, Map.of())));
        }
        return booked;
    }

    private static boolean says(List<StatementEnd> page, BreakKind kind) {
        return page.stream().anyMatch(stated -> stated.says(kind));
    }

    private StatementSpec of(List<StatementEnd> page, String sql) {
        return session.client()
                .sql(sql)
                .param(
                        "brokerages",
                        page.stream().map(stated -> stated.brokerage().value()).toArray(Long[]::new))
                .param(
                        "dates",
                        page.stream().map(stated -> stated.asOf().toString()).toArray(String[]::new));
    }

    private Map<AccountId, Money> cash(List<StatementEnd> page) {
        Map<AccountId, Money> cash = new HashMap<>();
        of(page, CASH).param("accounts", BROKER_CASH).query((RowCallbackHandler)
                row -> cash.put(new AccountId(row.getLong("brokerage_id")), Money.of(row.getBigDecimal("cash"))));
        return cash;
    }

    private Map<AccountId, Map<String, BigDecimal>> positions(List<StatementEnd> page) {
        Map<AccountId, Map<String, BigDecimal>> positions = new HashMap<>();
        of(page, POSITIONS).query(row -> {
            positions
                    .computeIfAbsent(new AccountId(row.getLong("brokerage_id")), none -> new HashMap<>())
                    .put(row.getString("instrument"), row.getBigDecimal("quantity"));
        });
        return positions;
    }

    private Map<AccountId, Map<String, BigDecimal>> announced(List<StatementEnd> page, Map<AccountId, Money> cash) {
        Map<AccountId, Map<String, BigDecimal>> instruments = new HashMap<>();
        of(page, ANNOUNCED).query(row -> {
            AccountId id = new AccountId(row.getLong("brokerage_id"));
            String instrument = row.getString("instrument");
            BigDecimal announced = row.getBigDecimal("announced");
            if (instrument == null) {
                cash.put(id, Money.of(announced));
            } else {
                instruments.computeIfAbsent(id, none -> new HashMap<>()).put(instrument, announced);
            }
        });
        return instruments;
    }
}
