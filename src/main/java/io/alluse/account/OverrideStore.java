package io.alluse.account;

import io.alluse.account.PolicyOverrides.Change;
import io.alluse.policy.PolicyOverride;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** SQL of overrides. */
final class OverrideStore {

    private final Session session;

    OverrideStore(Session session) {
        this.session = session;
    }

    List<KeptOverride> of(Collection<AccountId> subjects) {
        return session.client()
                .sql("""
                        select subject_id, effective_on, id, key, value, source from account_override
                        where subject_id = any(:subjects) order by subject_id, effective_on, id""")
                .param("subjects", ids(subjects))
                .query((row, no) -> kept(row))
                .list();
    }

    /** Of all subjects in a range of ids. */
    List<KeptOverride> between(AccountId first, AccountId last) {
        return session.client()
                .sql("""
                        select subject_id, effective_on, id, key, value, source from account_override
                        where subject_id between :first and :last order by subject_id, effective_on, id""")
                .param("first", first.value())
                .param("last", last.value())
                .query((row, no) -> kept(row))
                .list();
    }

    private static KeptOverride kept(ResultSet row) throws SQLException {
        return new KeptOverride(
                new AccountId(row.getLong("subject_id")),
                row.getObject("effective_on", LocalDate.class),
                row.getLong("id"),
                new PolicyOverride(row.getString("key"), row.getString("value")),
                row.getString("source"));
    }

    /** Dates go as texts: the driver takes no array of them. */
    void insert(List<Change> changes) {
        session.client()
                .sql(Sql.of(OverrideStore.class, "insert-overrides"))
                .param("subjects", ids(changes.stream().map(Change::subject).toList()))
                .param("dates", texts(changes, change -> change.effective().toString()))
                .param(
                        "keys",
                        texts(changes, change -> change.sourced().override().key()))
                .param(
                        "values",
                        texts(changes, change -> change.sourced().override().value()))
                .param("sources", texts(changes, change -> change.sourced().source()))
                .update();
    }

    private static String[] texts(List<Change> changes, Function<Change, String> text) {
        return changes.stream().map(text).toArray(String[]::new);
    }

    /** The name of the policy that each of these main accounts follows. */
    Map<AccountId, String> policyNames(Collection<AccountId> mains) {
        Map<AccountId, String> names = new HashMap<>();
        session.client()
                .sql("select id, policy from main_account where id = any(:mains)")
                .param("mains", ids(mains))
                .query(row -> {
                    names.put(new AccountId(row.getLong("id")), row.getString("policy"));
                });
        return names;
    }

    /** The same of all main accounts in a range of ids. */
    Map<AccountId, String> policyNamesBetween(AccountId first, AccountId last) {
        Map<AccountId, String> names = new HashMap<>();
        session.client()
                .sql("select id, policy from main_account where id between :first and :last")
                .param("first", first.value())
                .param("last", last.value())
                .query(row -> {
                    names.put(new AccountId(row.getLong("id")), row.getString("policy"));
                });
        return names;
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
