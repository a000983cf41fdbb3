package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.lineage.Lineage.Last;
import io.alluse.lineage.Lineage.Sibling;
import io.alluse.money.Money;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of forks. */
final class LineageStore {

    private static final String COPY_FORK = """
            copy fork_p%02d (parent_id, no, business_date, event_no, policy_hash, amount, base_change, main_id, decision_id,
                state, validation, ended_on) from stdin (format binary)""";
    private static final String COPY_CHILD =
            "copy fork_child_p%02d (account_id, parent_id, fork_no, amount, transfer_id) from stdin (format binary)";
    private static final String COPY_FAMILY =
            "copy fork_family_p%02d (parent_id, fork_no, founded_on, received, state) from stdin (format binary)";
    private static final String FORKS = Sql.of(LineageStore.class, "forks");
    private static final String SIBLINGS = Sql.of(LineageStore.class, "unfinished-siblings");
    private static final String FINISHED = Sql.of(LineageStore.class, "finished-forks");

    // key by key in the table partition itself, whatever the planner thinks of tables that are being filled
    private static final String LAST = """
            select asked.id as parent_id, l.no, l.business_date, l.reversed_on
            from unnest(:parents::bigint[]) as asked (id)
            cross join lateral (
                select no, business_date, case state when 'REVERSED' then ended_on end as reversed_on from fork_p%02d
                where parent_id = asked.id and business_date <= :upTo order by no desc limit 1) l""";
    private static final String CHILDREN = """
            select c.account_id
            from unnest(:accounts::bigint[]) as asked (id)
            cross join lateral (select account_id from fork_child_p%02d where account_id = asked.id offset 0) c""";

    private final Session session;

    LineageStore(Session session) {
        this.session = session;
    }

    void keep(int partition, List<NewFork> forks) {
        CopyRows rows = new CopyRows(12);
        CopyRows children = new CopyRows(5);
        CopyRows families = new CopyRows(5);
        for (NewFork fork : forks) {
            add(rows, fork);
            fork.children()
                    .forEach(child -> children.row()
                            .put(child.account().value())
                            .put(fork.parent().value())
                            .putInteger(fork.no())
                            .put(child.amount().amount())
                            .put(child.transfer()));
            if (fork.main() == null) {
                families.row()
                        .put(fork.parent().value())
                        .putInteger(fork.no())
                        .put(fork.date())
                        .put(fork.amount().amount())
                        .put("open");
            }
        }
        session.copy(rows, COPY_FORK.formatted(partition));
        session.copy(children, COPY_CHILD.formatted(partition));
        session.copy(families, COPY_FAMILY.formatted(partition));
    }

    private static void add(CopyRows rows, NewFork fork) {
        rows.row()
                .put(fork.parent().value())
                .putInteger(fork.no())
                .put(fork.date())
                .putInteger(fork.eventNo())
                .put(fork.policy().bytes())
                .put(fork.amount().amount())
                .put(fork.baseChange().amount());
        putId(rows, fork.main() == null ? null : fork.main().value());
        putId(rows, fork.decision());
        rows.put(fork.state().name())
                .put(fork.validation())
                .putOrNull(fork.state() == ForkState.AWAITING ? null : fork.date());
    }

    private static void putId(CopyRows rows, @Nullable Long id) {
        if (id == null) {
            rows.putNull();
        } else {
            rows.put(id);
        }
    }

    Map<AccountId, Last> last(Collection<AccountId> parents, LocalDate upTo) {
        Map<AccountId, Last> last = new HashMap<>();
        byPartition(parents)
                .forEach((partition, some) -> session.client()
                        .sql(LAST.formatted(partition))
                        .param("upTo", upTo)
                        .param("parents", ids(some))
                        .query((RowCallbackHandler) row -> last.put(
                                new AccountId(row.getLong("parent_id")),
                                new Last(
                                        row.getInt("no"),
                                        row.getObject("business_date", LocalDate.class),
                                        row.getObject("reversed_on", LocalDate.class)))));
        return last;
    }

    /** Few accounts of a page have been opened by a fork: only for these is it worth to look further. */
    Map<AccountId, Sibling> unfinishedSiblings(Collection<AccountId> accounts) {
        List<AccountId> children = new ArrayList<>();
        byPartition(accounts)
                .forEach((partition, some) -> children.addAll(session.client()
                        .sql(CHILDREN.formatted(partition))
                        .param("accounts", ids(some))
                        .query((row, no) -> new AccountId(row.getLong("account_id")))
                        .list()));
        return children.isEmpty() ? Map.of() : siblings(children);
    }

    private static Map<Integer, List<AccountId>> byPartition(Collection<AccountId> accounts) {
        return accounts.stream()
                .collect(Collectors.groupingBy(AccountId::partition, TreeMap::new, Collectors.toList()));
    }

    private Map<AccountId, Sibling> siblings(Collection<AccountId> accounts) {
        Map<AccountId, Sibling> siblings = new HashMap<>();
        session.client().sql(SIBLINGS).param("accounts", ids(accounts)).query((RowCallbackHandler)
                row -> siblings.putIfAbsent(
                        new AccountId(row.getLong("account_id")),
                        new Sibling(row.getString("code"), AccountState.valueOf(row.getString("state")))));
        return siblings;
    }

    long awaiting() {
        return session.client()
                .sql("select count(*) from fork where state = 'AWAITING'")
                .query(Long.class)
                .single();
    }

    List<Fork> finishedBy(Collection<AccountId> accounts) {
        List<Fork> finished = new ArrayList<>();
        session.client()
                .sql(FINISHED)
                .param("accounts", ids(accounts))
                .query((row, no) -> new long[] {row.getLong("parent_id"), row.getLong("no")})
                .list()
                .forEach(id -> finished.addAll(forks(id[0], id[0], (int) id[1], null, 1)));
        return finished;
    }

    void end(Fork fork, ForkState state, LocalDate on) {
        int ended = session.client()
                .sql("""
                        update fork set state = :state, ended_on = :on
                        where parent_id = :parent and no = :no and state = 'AWAITING'""")
                .param("state", state.name())
                .param("on", on)
                .param("parent", fork.parent().value())
                .param("no", fork.no())
                .update();
        if (ended != 1) {
            throw new IllegalStateException(fork.code() + " does not await its mappings any more");
        }
        if (state == ForkState.REVERSED) {
            session.client()
                    .sql("update fork_family set state = 'reversed' where parent_id = :parent and fork_no = :no")
                    .param("parent", fork.parent().value())
                    .param("no", fork.no())
                    .update();
        }
    }

    Optional<Fork> fork(String parent, int no) {
        return session.client()
                .sql("select id from account where code = :code")
                .param("code", parent)
                .query(Long.class)
                .optional()
                .flatMap(id -> forks(id, id, no, null, 1).stream().findFirst());
    }

    List<Fork> list(@Nullable AccountId of, @Nullable ForkState state, int most) {
        long first = of == null ? 0 : of.value();
        long last = of == null
                ? Long.MAX_VALUE
                : of.isMain() ? of.member(AccountId.MOST_MEMBERS).value() : of.value();
        return forks(first, last, null, state, most);
    }

    private List<Fork> forks(long first, long last, @Nullable Integer no, @Nullable ForkState state, int most) {
        Map<String, Fork> forks = new LinkedHashMap<>();
        Map<String, List<Fork.Child>> children = new LinkedHashMap<>();
        session.client()
                .sql(FORKS)
                .param("first", first)
                .param("last", last)
                .param("no", no)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((RowCallbackHandler) row -> {
                    Fork fork = fork(row);
                    forks.putIfAbsent(fork.code(), fork);
                    children.computeIfAbsent(fork.code(), code -> new ArrayList<>())
                            .add(child(row));
                });
        return forks.values().stream()
                .map(fork -> with(fork, children.getOrDefault(fork.code(), List.of())))
                .toList();
    }

    private static Fork with(Fork fork, List<Fork.Child> children) {
        return new Fork(
                fork.parent(),
                fork.parentCode(),
                fork.no(),
                fork.date(),
                fork.eventNo(),
                fork.amount(),
                fork.baseChange(),
                fork.main(),
                fork.decision(),
                fork.state(),
                fork.endedOn(),
                fork.validation(),
                children);
    }

    private static Fork fork(ResultSet row) throws SQLException {
        return new Fork(
                new AccountId(row.getLong("parent_id")),
                row.getString("parent"),
                row.getInt("no"),
                row.getObject("business_date", LocalDate.class),
                row.getInt("event_no"),
                Money.of(row.getBigDecimal("amount")),
                Money.of(row.getBigDecimal("base_change")),
                row.getString("main"),
                row.getObject("decision_id", Long.class),
                ForkState.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class),
                row.getString("validation"),
                List.of());
    }

    private static Fork.Child child(ResultSet row) throws SQLException {
        return new Fork.Child(
                new AccountId(row.getLong("account_id")),
                row.getString("child"),
                Money.of(row.getBigDecimal("received")),
                row.getString("transfer_id"),
                AccountState.valueOf(row.getString("child_state")),
                new AccountId(row.getLong("brokerage_id")),
                Brokerage.ofWord(row.getString("mapped")));
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
