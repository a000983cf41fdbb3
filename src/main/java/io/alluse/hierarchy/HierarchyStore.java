package io.alluse.hierarchy;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** SQL that finds what does not fit, for many accounts of one table partition at a time. */
final class HierarchyStore {

    private static final String FINDINGS = Sql.of(HierarchyStore.class, "findings");
    private static final String TRANSFERS = Sql.of(HierarchyStore.class, "lone-transfers");

    private final Session session;

    HierarchyStore(Session session) {
        this.session = session;
    }

    /** Of the accounts from one to another. */
    Map<AccountId, List<Finding>> findings(int partition, AccountId least, AccountId greatest) {
        Map<AccountId, List<Finding>> found = new HashMap<>();
        session.client()
                .sql(FINDINGS.formatted(partition))
                .param("least", least.value())
                .param("greatest", greatest.value())
                .query(row -> {
                    add(found, row.getLong("account_id"), row.getString("what"), row.getString("value"));
                });
        return found;
    }

    /** Of all accounts: transfers that are not one payment and one receipt of the same amount. */
    Map<AccountId, List<Finding>> transfers(int partition) {
        Map<AccountId, List<Finding>> found = new HashMap<>();
        session.client().sql(TRANSFERS.formatted(partition)).query(row -> {
            add(found, row.getLong("account_id"), row.getString("what"), row.getString("value"));
        });
        return found;
    }

    private static void add(Map<AccountId, List<Finding>> found, long account, String what, String value) {
        found.computeIfAbsent(new AccountId(account), id -> new ArrayList<>()).add(new Finding(what, value));
    }
}
