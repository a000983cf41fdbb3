package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.audit.Person;
import io.alluse.audit.Word;
import io.alluse.consolidation.Recommendation.Numbers;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.lineage.Merge;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** SQL that reads recommendations. */
final class RecommendationStore {

    private static final String RECOMMENDATIONS = Sql.of(RecommendationStore.class, "recommendations");

    private final Session session;

    RecommendationStore(Session session) {
        this.session = session;
    }

    /** The latest first; those that have not ended alone, unless all are asked for. */
    List<Recommendation> list(boolean all, @Nullable AccountId account, int most) {
        return recommendations(null, all, account, most);
    }

    Optional<Recommendation> find(long id) {
        return recommendations(id, true, null, 1).stream().findFirst();
    }

    private List<Recommendation> recommendations(
            @Nullable Long id, boolean all, @Nullable AccountId account, int most) {
        return session.client()
                .sql(RECOMMENDATIONS)
                .param("id", id, Types.BIGINT)
                .param("all", all)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("most", most)
                .query((row, no) -> recommendation(row))
                .list();
    }

    private static Recommendation recommendation(ResultSet row) throws SQLException {
        long target = row.getLong("target_id");
        return new Recommendation(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                row.getString("code"),
                target == 0 ? null : new AccountId(target),
                row.getString("target"),
                Strategy.valueOf(row.getString("strategy")),
                Arrays.stream(texts(row.getArray("triggers")))
                        .map(Trigger::ofWord)
                        .toList(),
                money(row.getBigDecimal("amount")),
                List.of(texts(row.getArray("positions"))),
                numbers(row),
                row.getString("inputs"),
                PolicyHash.of(row.getBytes("policy_hash")),
                row.getObject("assessed_on", LocalDate.class),
                new Person(row.getString("asked_by"), row.getString("asked_as")),
                row.getString("request"),
                State.valueOf(row.getString("state")),
                row.getObject("expires_on", LocalDate.class),
                word(row),
                row.getObject("executed_on", LocalDate.class),
                target == 0 || row.getInt("merge_no") == 0
                        ? null
                        : Merge.code(row.getString("target"), row.getInt("merge_no")),
                row.getObject("final_with", LocalDate.class),
                row.getObject("reversed_on", LocalDate.class));
    }

    private static Numbers numbers(ResultSet row) throws SQLException {
        return new Numbers(
                Money.of(row.getBigDecimal("net_worth")),
                Money.of(row.getBigDecimal("saving")),
                Money.of(row.getBigDecimal("improvement")),
                row.getBigDecimal("benefit"),
                row.getBigDecimal("risk"),
                row.getBigDecimal("confidence"),
                Urgency.valueOf(row.getString("urgency")),
                row.getObject("act_by", LocalDate.class));
    }

    private static @Nullable Word word(ResultSet row) throws SQLException {
        String by = row.getString("decided_by");
        return by == null
                ? null
                : new Word(
                        new Person(by, row.getString("decided_as")),
                        row.getTimestamp("decided_at").toInstant(),
                        Objects.requireNonNull(row.getString("reason")));
    }

    private static String[] texts(@Nullable Array array) throws SQLException {
        return array == null ? new String[0] : (String[]) array.getArray();
    }

    private static @Nullable Money money(@Nullable BigDecimal amount) {
        return amount == null ? null : Money.of(amount);
    }
}
