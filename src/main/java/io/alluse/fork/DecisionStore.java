package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.audit.Person;
import io.alluse.audit.Word;
import io.alluse.fork.Standing.State;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import io.alluse.sweep.KeptBeside;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of scored decisions. */
final class DecisionStore {

    private static final String DECISIONS = Sql.of(DecisionStore.class, "decisions");

    private final Session session;

    DecisionStore(Session session) {
        this.session = session;
    }

    Map<AccountId, Standing> standing(Collection<AccountId> accounts) {
        Map<AccountId, Standing> standing = new HashMap<>();
        session.client()
                .sql("""
                        select account_id, id, state, score, expires_on from decision
                        where kind = 'fork' and account_id = any(:accounts::bigint[])
                            and state in ('OPEN', 'APPROVED', 'REJECTED')""")
                .param("accounts", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .query((RowCallbackHandler) row -> standing.put(
                        new AccountId(row.getLong("account_id")),
                        new Standing(
                                row.getLong("id"),
                                State.valueOf(row.getString("state")),
                                row.getBigDecimal("score"),
                                row.getObject("expires_on", LocalDate.class))));
        return standing;
    }

    /** Few come in a chunk: one statement each. */
    void ask(KeptBeside row, String who, Instant now) {
        Asked asked = (Asked) row.row();
        if (asked.expired() != null) {
            session.client()
                    .sql("update decision set state = 'EXPIRED' where id = :id")
                    .param("id", asked.expired())
                    .update();
        }
        session.client()
                .sql("""
                        insert into decision (kind, account_id, asked_on, amount, score, verdict, factors, policy_hash,
                            asked_by, asked_at, state, expires_on)
                        values ('fork', :account, :on, :amount, :score, :verdict, :factors::json, :policy,
                            :who, :now, :state, :expires)""")
                .param("account", row.account().value())
                .param("on", asked.on())
                .param("amount", asked.amount().amount())
                .param("score", asked.score().value())
                .param("verdict", asked.score().verdict().name())
                .param("factors", FactorText.json(asked.score()))
                .param("policy", asked.policy().bytes())
                .param("who", who)
                .param("now", Timestamp.from(now))
                .param("state", asked.state().name())
                .param("expires", asked.expiresOn())
                .update();
    }

    void done(List<Long> ids) {
        if (!ids.isEmpty()) {
            session.client()
                    .sql("update decision set state = 'DONE' where id = any(:ids::bigint[])")
                    .param("ids", ids.toArray(Long[]::new))
                    .update();
        }
    }

    /** The latest first; those that wait for a person alone, unless all are asked for. */
    List<ScoredDecision> list(boolean all, @Nullable AccountId account, int most) {
        return decisions(null, all, account, most);
    }

    Optional<ScoredDecision> find(long id) {
        return decisions(id, true, null, 1).stream().findFirst();
    }

    private List<ScoredDecision> decisions(@Nullable Long id, boolean all, @Nullable AccountId account, int most) {
        return session.client()
                .sql(DECISIONS)
                .param("id", id)
                .param("all", all)
                .param("account", account == null ? null : account.value())
                .param("most", most)
                .query((row, no) -> decision(row))
                .list();
    }

    private static ScoredDecision decision(ResultSet row) throws SQLException {
        String decidedBy = row.getString("decided_by");
        return new ScoredDecision(
                row.getLong("id"),
                row.getString("code"),
                new AccountId(row.getLong("account_id")),
                row.getObject("asked_on", LocalDate.class),
                Money.of(row.getBigDecimal("amount")),
                row.getBigDecimal("score"),
                Score.Verdict.valueOf(row.getString("verdict")),
                row.getString("factors"),
                PolicyHash.of(row.getBytes("policy_hash")),
                new Person(row.getString("asked_by"), row.getString("asked_as")),
                State.valueOf(row.getString("state")),
                row.getObject("expires_on", LocalDate.class),
                decidedBy == null
                        ? null
                        : new Word(
                                new Person(decidedBy, row.getString("decided_as")),
                                row.getTimestamp("decided_at").toInstant(),
                                Objects.requireNonNull(row.getString("reason"))));
    }

    /** Nobody else decides it until the transaction ends. */
    void lock(long id) {
        session.client()
                .sql("select id from decision where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    void decide(long id, State state, LocalDate expiresOn, String who, Instant now, String reason) {
        session.client()
                .sql("""
                        update decision
                        set state = :state, expires_on = :expires, decided_by = :who, decided_as = session_user,
                            decided_at = :now, reason = :reason
                        where id = :id""")
                .param("state", state.name())
                .param("expires", expiresOn)
                .param("who", who)
                .param("now", Timestamp.from(now))
                .param("reason", reason)
                .param("id", id)
                .update();
    }
}
