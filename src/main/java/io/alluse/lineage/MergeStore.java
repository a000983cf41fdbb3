package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of merges. */
final class MergeStore {

    private static final String COPY_MERGE = """
            copy merge_p%02d (target_id, no, kind, business_date, event_no, parent_id, fork_no, policy_hash, why, received,
                state) from stdin (format binary)""";
    private static final String COPY_MEMBER = """
            copy merge_member_p%02d (account_id, event_no, target_id, merge_no, whole, base, received)
                from stdin (format binary)""";
    private static final String MERGES = Sql.of(MergeStore.class, "merges");
    private static final String EMPTIED = Sql.of(MergeStore.class, "emptied");
    private static final String CLOSE = Sql.of(MergeStore.class, "close-merges");

    private final Session session;

    MergeStore(Session session) {
        this.session = session;
    }

    Map<AccountId, Integer> last(Collection<AccountId> targets) {
        Map<AccountId, Integer> last = new HashMap<>();
        session.client().sql("""
                        select asked.id, l.no
                        from unnest(:targets::bigint[]) as asked (id)
                        cross join lateral (
                            select no from merge where target_id = asked.id order by no desc limit 1) l""").param("targets", ids(targets)).query((RowCallbackHandler)
                row -> last.put(new AccountId(row.getLong("id")), row.getInt("no")));
        return last;
    }

    void keep(int partition, List<NewMerge> merges) {
        CopyRows rows = new CopyRows(11);
        CopyRows members = new CopyRows(7);
        for (NewMerge merge : merges) {
            add(rows, merge);
            merge.members()
                    .forEach(member -> members.row()
                            .put(member.account().value())
                            .putInteger(member.eventNo())
                            .put(merge.target().value())
                            .putInteger(merge.no())
                            .putBoolean(member.whole())
                            .put(member.base().amount())
                            .put(member.received().amount()));
        }
        session.copy(rows, COPY_MERGE.formatted(partition));
        session.copy(members, COPY_MEMBER.formatted(partition));
        merged(
                partition,
                merges.stream().map(NewMerge::family).filter(Objects::nonNull).toList());
    }

    private static void add(CopyRows rows, NewMerge merge) {
        FamilyRef family = merge.family();
        rows.row()
                .put(merge.target().value())
                .putInteger(merge.no())
                .put(merge.kind().word())
                .put(merge.date())
                .putInteger(merge.eventNo());
        if (family == null) {
            rows.putNull().putNull();
        } else {
            rows.put(family.parent().value()).putInteger(family.forkNo());
        }
        rows.put(merge.policy().bytes())
                .put(merge.why())
                .put(merge.received().amount())
                .put(MergeState.MERGED.name());
    }

    private void merged(int partition, List<FamilyRef> families) {
        if (families.isEmpty()) {
            return;
        }
        int merged = session.client()
                .sql("""
                        update fork_family_p%02d f set state = 'merged'
                        from unnest(:parents::bigint[], :forks::integer[]) as m (parent_id, fork_no)
                        where f.parent_id = m.parent_id and f.fork_no = m.fork_no and f.state = 'open'""".formatted(partition))
                .param(
                        "parents",
                        families.stream().map(one -> one.parent().value()).toArray(Long[]::new))
                .param("forks", families.stream().map(FamilyRef::forkNo).toArray(Integer[]::new))
                .update();
        if (merged != families.size()) {
            throw new IllegalStateException("only " + merged + " of " + families.size() + " families are open");
        }
    }

    Map<AccountId, Emptied> emptied(Collection<AccountId> accounts) {
        Map<AccountId, Emptied> emptied = new HashMap<>();
        session.client().sql(EMPTIED).param("accounts", ids(accounts)).query((RowCallbackHandler) row -> emptied.put(
                new AccountId(row.getLong("account_id")),
                new Emptied(
                        new AccountId(row.getLong("target_id")),
                        row.getString("target"),
                        row.getInt("no"),
                        row.getObject("business_date", LocalDate.class))));
        return emptied;
    }

    void closed(Collection<AccountId> accounts, LocalDate on) {
        accounts.stream()
                .collect(Collectors.groupingBy(AccountId::partition))
                .forEach((partition, theirs) -> session.client()
                        .sql(CLOSE.formatted(partition))
                        .param("accounts", ids(theirs))
                        .param("on", on)
                        .update());
    }

    void reversed(Merge merge, LocalDate on) {
        int ended = session.client()
                .sql("""
                        update merge set state = 'REVERSED', ended_on = :on
                        where target_id = :target and no = :no and state = 'MERGED'""")
                .param("on", on)
                .param("target", merge.target().value())
                .param("no", merge.no())
                .update();
        if (ended != 1) {
            throw new IllegalStateException(merge.code() + " cannot be taken back any more");
        }
        FamilyRef family = merge.family();
        if (family != null) {
            session.client()
                    .sql("update fork_family set state = 'apart' where parent_id = :parent and fork_no = :no")
                    .param("parent", family.parent().value())
                    .param("no", family.forkNo())
                    .update();
        }
    }

    Optional<Merge> merge(String target, int no) {
        return session.client()
                .sql("select id from account where code = :code")
                .param("code", target)
                .query(Long.class)
                .optional()
                .flatMap(id -> merges(id, id, no, null, 1).stream().findFirst());
    }

    List<Merge> list(@Nullable AccountId into, @Nullable MergeState state, int most) {
        long first = into == null ? 0 : into.value();
        long last = into == null
                ? Long.MAX_VALUE
                : into.isMain() ? into.member(AccountId.MOST_MEMBERS).value() : into.value();
        return merges(first, last, null, state, most);
    }

    private List<Merge> merges(long first, long last, @Nullable Integer no, @Nullable MergeState state, int most) {
        Map<String, Merge> merges = new LinkedHashMap<>();
        Map<String, List<Merge.Member>> members = new HashMap<>();
        session.client()
                .sql(MERGES)
                .param("first", first)
                .param("last", last)
                .param("no", no)
                .param("state", state == null ? null : state.name())
                .param("most", most)
                .query((RowCallbackHandler) row -> {
                    List<Merge.Member> theirs = members.computeIfAbsent(
                            Merge.code(row.getString("target"), row.getInt("no")), _ -> new ArrayList<>());
                    theirs.add(member(row));
                    Merge merge = merge(row, theirs);
                    merges.put(merge.code(), merge);
                });
        return List.copyOf(merges.values());
    }

    private static Merge merge(ResultSet row, List<Merge.Member> members) throws SQLException {
        String fork = row.getString("fork");
        return new Merge(
                new AccountId(row.getLong("target_id")),
                row.getString("target"),
                row.getInt("no"),
                MergeKind.ofWord(row.getString("kind")),
                row.getObject("business_date", LocalDate.class),
                row.getInt("event_no"),
                fork == null ? null : new FamilyRef(new AccountId(row.getLong("parent_id")), row.getInt("fork_no")),
                fork,
                PolicyHash.of(row.getBytes("policy_hash")),
                row.getString("why"),
                Money.of(row.getBigDecimal("received")),
                MergeState.valueOf(row.getString("state")),
                row.getObject("ended_on", LocalDate.class),
                members);
    }

    private static Merge.Member member(ResultSet row) throws SQLException {
        return new Merge.Member(
                new AccountId(row.getLong("account_id")),
                row.getString("member"),
                row.getInt("member_event_no"),
                row.getBoolean("whole"),
                Money.of(row.getBigDecimal("base")),
                Money.of(row.getBigDecimal("member_received")),
                AccountState.valueOf(row.getString("member_state")),
                new AccountId(row.getLong("brokerage_id")),
                Brokerage.ofWord(row.getString("mapped")));
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
