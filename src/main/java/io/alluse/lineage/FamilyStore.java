package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** SQL of fork families. */
final class FamilyStore {

    private static final String FAMILIES = Sql.of(FamilyStore.class, "families");

    private final Session session;

    FamilyStore(Session session) {
        this.session = session;
    }

    List<Family> families(Collection<AccountId> accounts, boolean merged) {
        return session.client()
                .sql(FAMILIES)
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("merged", merged)
                .query((ResultSetExtractor<List<Family>>) FamilyStore::families);
    }

    /** The rows of one family stand together. */
    private static List<Family> families(ResultSet row) throws SQLException {
        List<Family> families = new ArrayList<>();
        List<AccountId> members = new ArrayList<>();
        while (row.next()) {
            FamilyRef ref = new FamilyRef(new AccountId(row.getLong("parent_id")), row.getInt("fork_no"));
            if (families.isEmpty() || !families.getLast().ref().equals(ref)) {
                members.clear();
                families.add(family(ref, row));
            }
            members.add(new AccountId(row.getLong("account_id")));
            families.set(families.size() - 1, with(families.getLast(), members));
        }
        return families;
    }

    private static Family family(FamilyRef ref, ResultSet row) throws SQLException {
        return new Family(
                ref,
                row.getString("parent"),
                row.getObject("founded_on", LocalDate.class),
                Money.of(row.getBigDecimal("received")),
                mapping(row.getString("mapping")),
                new AccountId(row.getLong("target_id")),
                List.of());
    }

    private static Mapping mapping(String word) {
        return Arrays.stream(Mapping.values())
                .filter(known -> known.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    private static Family with(Family family, List<AccountId> members) {
        return new Family(
                family.ref(),
                family.parentCode(),
                family.founded(),
                family.received(),
                family.mapping(),
                family.target(),
                members);
    }
}
