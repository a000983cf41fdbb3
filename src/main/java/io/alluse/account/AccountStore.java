package io.alluse.account;

import io.alluse.policy.Mapping;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** SQL that finds accounts. */
final class AccountStore {

    private static final String BY_CODE = Sql.of(AccountStore.class, "account-by-code");
    private static final String BROKERAGE_CODES = Sql.of(AccountStore.class, "brokerage-codes");
    private static final String OF_MAIN = Sql.of(AccountStore.class, "accounts-of-main");

    private final Session session;

    AccountStore(Session session) {
        this.session = session;
    }

    Optional<AccountRef> byCode(String code) {
        return session.client()
                .sql(BY_CODE)
                .param("code", code)
                .query((row, no) -> ref(row))
                .optional();
    }

    List<AccountRef> ofMain(String mainCode) {
        return session.client()
                .sql(OF_MAIN)
                .param("code", mainCode)
                .query((row, no) -> ref(row))
                .list();
    }

    Map<Long, String> brokerageCodes(List<Long> ids) {
        Map<Long, String> codes = new HashMap<>();
        session.client()
                .sql(BROKERAGE_CODES)
                .param("ids", ids.toArray(Long[]::new))
                .query(row -> {
                    codes.put(row.getLong("id"), row.getString("code"));
                });
        return codes;
    }

    Map<AccountId, String> codes(Collection<AccountId> ids) {
        Map<AccountId, String> codes = HashMap.newHashMap(ids.size());
        session.client()
                .sql("select id, code from account where id = any(:ids::bigint[])")
                .param("ids", ids.stream().map(AccountId::value).toArray(Long[]::new))
                .query(row -> {
                    codes.put(new AccountId(row.getLong("id")), row.getString("code"));
                });
        return codes;
    }

    private static AccountRef ref(ResultSet row) throws SQLException {
        String mapping = row.getString("mapping");
        return new AccountRef(
                new AccountId(row.getLong("id")),
                row.getString("code"),
                Tier.valueOf(row.getString("tier")),
                row.getObject("opened_on", LocalDate.class),
                row.getString("main_code"),
                row.getString("main_name"),
                row.getString("policy"),
                Arrays.stream(Mapping.values())
                        .filter(candidate -> candidate.word().equals(mapping))
                        .findFirst()
                        .orElseThrow());
    }
}
