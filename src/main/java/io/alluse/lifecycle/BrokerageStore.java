package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.Brokerage;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of brokerage accounts. */
final class BrokerageStore {

    private static final int ROWS_PER_FETCH = 5_000;
    private static final String BY_CODE = Sql.of(BrokerageStore.class, "brokerage-by-code");
    private static final String ADVANCE = Sql.of(BrokerageStore.class, "advance-brokerage");
    private static final String RESERVED = Sql.of(BrokerageStore.class, "reserved-references");
    private static final String OPEN_REQUESTS = Sql.of(BrokerageStore.class, "open-requests");

    private final Session session;

    BrokerageStore(Session session) {
        this.session = session;
    }

    /** A code that exists; without a brokerage account where the mapping of its main account is another one. */
    record Found(
            String code,
            String mainCode,
            String mapping,
            String policy,
            AccountId id,
            @Nullable Brokerage state,
            @Nullable String reference,
            LocalDate openedOn) {}

    /** All brokerage accounts of a main account. */
    Map<AccountId, Brokerage> states(AccountId main) {
        Map<AccountId, Brokerage> states = new HashMap<>();
        session.client()
                .sql("select id, state from brokerage_account where id between :main and :main + 65535")
                .param("main", main.value())
                .query(row -> {
                    states.put(new AccountId(row.getLong("id")), Brokerage.ofWord(row.getString("state")));
                });
        return states;
    }

    /** Codes of one table partition; others are not found. */
    Map<String, Found> byCodes(int partition, Collection<String> codes) {
        Map<String, Found> found = new HashMap<>();
        session.client()
                .sql(BY_CODE)
                .param("low", AccountId.firstOf(partition))
                .param("high", AccountId.firstOf(partition + 1))
                .param("codes", codes.toArray(String[]::new))
                .query((RowCallbackHandler) row -> found.put(row.getString("code"), found(row)));
        return found;
    }

    private static Found found(ResultSet row) throws SQLException {
        String state = row.getString("state");
        long account = row.getLong("account_id");
        return new Found(
                row.getString("code"),
                row.getString("main_code"),
                row.getString("mapping"),
                row.getString("policy"),
                new AccountId(account == 0 ? row.getLong("main_id") : account),
                state == null ? null : Brokerage.ofWord(state),
                row.getString("reference"),
                row.getObject("opened_on", LocalDate.class));
    }

    /** No run stages a plan until the transaction ends, so none reserves a reference that is being given; before any posting lock. */
    void keepOutPlans() {
        session.client()
                .sql("select next_number from main_account_counter for share")
                .query(Long.class)
                .single();
    }

    /** The run that has staged each of these references for a main account that it has not opened yet. */
    Map<String, Long> reserved(Collection<String> references) {
        Map<String, Long> runs = new HashMap<>();
        session.client()
                .sql(RESERVED)
                .param("references", references.toArray(String[]::new))
                .query((RowCallbackHandler) row -> runs.put(row.getString("reference"), row.getLong("run_id")));
        return runs;
    }

    /** The brokerage account that has each of these references. */
    Map<String, AccountId> owners(Collection<String> references) {
        Map<String, AccountId> owners = new HashMap<>();
        session.client()
                .sql("select reference, id from brokerage_account where reference = any(:references)")
                .param("references", references.toArray(String[]::new))
                .query((RowCallbackHandler)
                        row -> owners.put(row.getString("reference"), new AccountId(row.getLong("id"))));
        return owners;
    }

    /** The accounts of these main accounts, in the order of their ids. */
    List<AccountId> members(Collection<AccountId> mains) {
        return session.client()
                .sql("""
                        select a.id from unnest(:mains::bigint[]) as m (id)
                        join account a on a.id between m.id + 1 and m.id + 65535 order by a.id""")
                .param("mains", mains.stream().map(AccountId::value).toArray(Long[]::new))
                .query((row, no) -> new AccountId(row.getLong("id")))
                .list();
    }

    void advance(List<MappingDecision.Map> changes, LocalDate date) {
        LongSummaryStatistics ids = changes.stream()
                .mapToLong(change -> change.served().id().value())
                .summaryStatistics();
        int advanced = session.client()
                .sql(ADVANCE)
                .param("least", ids.getMin())
                .param("greatest", ids.getMax())
                .param("date", date)
                .param(
                        "ids",
                        changes.stream()
                                .map(change -> change.served().id().value())
                                .toArray(Long[]::new))
                .param(
                        "befores",
                        texts(changes, change -> change.served().state().word()))
                .param("afters", texts(changes, change -> change.to().word()))
                .param("references", texts(changes, MappingDecision.Map::reference))
                .update();
        if (advanced != changes.size()) {
            throw new IllegalStateException(
                    "only " + advanced + " of " + changes.size() + " brokerage accounts are where they were read");
        }
    }

    private static @Nullable String[] texts(
            List<MappingDecision.Map> changes, Function<MappingDecision.Map, @Nullable String> text) {
        @Nullable String[] texts = new @Nullable String[changes.size()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = text.apply(changes.get(i));
        }
        return texts;
    }

    /** In the order of main accounts and accounts, row by row, whatever their number; in the caller's transaction. */
    void openRequests(Consumer<OpenRequest> each) {
        session.client().sql(OPEN_REQUESTS).withFetchSize(ROWS_PER_FETCH).query((RowCallbackHandler)
                row -> each.accept(new OpenRequest(
                        row.getString("code"),
                        row.getString("reference"),
                        row.getString("main_code"),
                        row.getString("name"),
                        row.getString("tier"),
                        Money.of(row.getBigDecimal("opening_cash")),
                        row.getObject("requested_on", LocalDate.class),
                        Brokerage.ofWord(row.getString("state")))));
    }
}
