package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** SQL that finds the accounts of main accounts. */
final class FamilyStore {

    private final Session session;

    FamilyStore(Session session) {
        this.session = session;
    }

    /** In the order of their ids. */
    SequencedMap<AccountId, List<AccountId>> members(Collection<AccountId> mains) {
        SequencedMap<AccountId, List<AccountId>> members = new LinkedHashMap<>();
        session.client().sql("""
                        select a.id from unnest(:mains::bigint[]) as m (id)
                        cross join lateral (
                            select id from account where id between m.id + 1 and m.id + 65535 offset 0) a
                        order by a.id""").param("mains", Ids.of(mains)).query(row -> {
            AccountId id = new AccountId(row.getLong("id"));
            members.computeIfAbsent(id.main(), none -> new ArrayList<>()).add(id);
        });
        return members;
    }
}
