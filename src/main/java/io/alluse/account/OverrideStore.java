package io.alluse.account;

import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.policy.PolicyOverride;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                .query((row, no) -> new KeptOverride(
                        new AccountId(row.getLong("subject_id")),
                        row.getObject("effective_on", LocalDate.class),
                        row.getLong("id"),
                        new PolicyOverride(row.getString("key"), row.getString("value")),
                        row.getString("source")))
                .list();
    }

    void insert(AccountId subject, LocalDate effective, List<Sourced> overrides) {
        session.client()
                .sql(Sql.of(OverrideStore.class, "insert-overrides"))
                .param("subject", subject.value())
                .param("effective", effective)
                .param(
                        "keys",
                        overrides.stream().map(kept -> kept.override().key()).toArray(String[]::new))
                .param(
                        "values",
                        overrides.stream().map(kept -> kept.override().value()).toArray(String[]::new))
                .param("sources", overrides.stream().map(Sourced::source).toArray(String[]::new))
                .update();
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

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
