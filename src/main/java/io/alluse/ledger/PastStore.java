package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** SQL that plays the beginning of an account's history again. */
final class PastStore {

    private static final String EVENTS = Sql.of(PastStore.class, "past-events");
    private static final String MOVEMENTS = Sql.of(PastStore.class, "past-movements");

    private final Session session;

    PastStore(Session session) {
        this.session = session;
    }

    private record PastEvent(
            int no,
            String rule,
            LocalDate date,
            EventKind kind,
            @Nullable String state,
            Money baseChange,
            PolicyHash policy,
            EventHash hash) {}

    PastAccount after(AccountId account, String code, int no) {
        List<PastEvent> events = events(account, no);
        if (events.size() != no) {
            throw new IllegalStateException(code + " has " + events.size() + " of its first " + no + " events");
        }
        Map<Integer, List<Movement>> movements = movements(account, no);
        SortedMap<Integer, YearResult> years = new TreeMap<>();
        Balances balances = Balances.ZERO;
        Marks marks = Marks.NONE;
        LateGains late = new LateGains();
        for (PastEvent event : events) {
            List<Movement> moved = movements.getOrDefault(event.no(), List.of());
            moved.forEach(movement -> YearResult.add(movement, years));
            balances = balances.after(moved);
            late.add(moved, marks);
            marks = marks.after(event.rule(), event.date(), balances);
            late.endOf(event.rule());
        }
        return new PastAccount(
                head(account, code, events, balances, marks), List.copyOf(years.values()), late.byPeriod());
    }

    private static AccountHead head(
            AccountId account, String code, List<PastEvent> events, Balances balances, Marks marks) {
        String state = null;
        Money base = Money.ZERO;
        int settledNo = 0;
        long settledPolicy = 0;
        for (PastEvent event : events) {
            state = event.state() == null ? state : event.state();
            base = base.plus(event.baseChange());
            settledNo = event.kind().settles() ? event.no() : settledNo;
            settledPolicy = event.kind().settles() ? event.policy().prefix() : settledPolicy;
        }
        PastEvent last = events.getLast();
        return new AccountHead(
                new ChainHead(account, code, last.no(), last.hash()),
                AccountState.valueOf(Objects.requireNonNull(state, "the first event names the state")),
                base,
                balances,
                settledNo,
                settledPolicy,
                marks,
                Money.ZERO);
    }

    private List<PastEvent> events(AccountId account, int no) {
        return session.client()
                .sql(EVENTS)
                .param("no", no)
                .param("account", account.value())
                .query((row, i) -> new PastEvent(
                        row.getInt("no"),
                        row.getString("rule"),
                        row.getObject("business_date", LocalDate.class),
                        EventKind.valueOf(row.getString("kind")),
                        row.getString("state"),
                        Money.of(row.getBigDecimal("base_change")),
                        PolicyHash.of(row.getBytes("policy_hash")),
                        EventHash.of(row.getBytes("hash"))))
                .list();
    }

    private Map<Integer, List<Movement>> movements(AccountId account, int no) {
        Map<Integer, List<Movement>> movements = new HashMap<>();
        session.client()
                .sql(MOVEMENTS)
                .param("no", no)
                .param("account", account.value())
                .query(row -> {
                    movements
                            .computeIfAbsent(row.getInt("event_no"), _ -> new ArrayList<>())
                            .add(movement(row));
                });
        return movements;
    }

    private static Movement movement(ResultSet row) throws SQLException {
        return new Movement(
                LedgerAccount.valueOf(row.getString("from_account")),
                LedgerAccount.valueOf(row.getString("to_account")),
                Money.of(row.getBigDecimal("amount")),
                row.getObject("effective_date", LocalDate.class),
                row.getString("transfer_id"),
                row.getString("line_id"));
    }
}
