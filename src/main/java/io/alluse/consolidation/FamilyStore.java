package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.consolidation.AssessmentFacts.Family;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** SQL of the accounts of main accounts. */
final class FamilyStore {

    private static final String MEMBERS = Sql.of(FamilyStore.class, "family-members");

    private final Session session;

    FamilyStore(Session session) {
        this.session = session;
    }

    /** An open account of a main account, and how it stands among them. */
    record Member(
            AccountId id,
            String code,
            Tier tier,
            AccountState state,
            @Nullable AccountId parent,
            Family family) {}

    /** In the order of their codes. */
    List<Member> members(Collection<AccountId> mains) {
        return mains.isEmpty()
                ? List.of()
                : session.client()
                        .sql(MEMBERS)
                        .param("mains", mains.stream().map(AccountId::value).toArray(Long[]::new))
                        .query((row, no) -> {
                            long parent = row.getLong("parent_id");
                            return new Member(
                                    new AccountId(row.getLong("id")),
                                    row.getString("code"),
                                    Tier.valueOf(row.getString("tier")),
                                    AccountState.valueOf(row.getString("state")),
                                    parent == 0 ? null : new AccountId(parent),
                                    new Family(row.getInt("open"), row.getBoolean("forked"), row.getInt("rank")));
                        })
                        .list();
    }
}
