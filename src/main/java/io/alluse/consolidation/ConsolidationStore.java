package io.alluse.consolidation;

import io.alluse.account.AccountId;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL of recommendations and what became of them. */
final class ConsolidationStore {

    private static final String INSERT = Sql.of(ConsolidationStore.class, "insert-consolidation");

    private final Session session;

    ConsolidationStore(Session session) {
        this.session = session;
    }

    /** Of each account what has not ended, else a rejection that still counts. */
    Map<AccountId, Standing> standing(Collection<AccountId> accounts, LocalDate date) {
        Map<AccountId, Standing> standing = new HashMap<>();
        session.client()
                .sql("""
                        select distinct on (account_id) account_id, id, state, assessed_on, expires_on from consolidation
                        where account_id = any(:accounts::bigint[])
                            and (state in ('OPEN', 'APPROVED') or state = 'REJECTED' and expires_on > :date)
                        order by account_id, state = 'REJECTED', id desc""")
                .param("accounts", ids(accounts))
                .param("date", date)
                .query((RowCallbackHandler) row -> standing.put(
                        new AccountId(row.getLong("account_id")),
                        new Standing(
                                row.getLong("id"),
                                State.valueOf(row.getString("state")),
                                row.getObject("assessed_on", LocalDate.class),
                                row.getObject("expires_on", LocalDate.class))));
        return standing;
    }

    /** Few come in a chunk: one by one. */
    long ask(AccountId account, Asked asked, String who, Instant now) {
        expire(List.of(account), asked.on());
        Assessment found = asked.assessment();
        Choice choice = found.choice();
        return session.client()
                .sql(INSERT)
                .param("account", account.value())
                .param(
                        "target",
                        choice.target() == null ? null : choice.target().id().value(),
                        Types.BIGINT)
                .param("strategy", choice.strategy().name())
                .param("triggers", found.triggers().stream().map(Trigger::word).toArray(String[]::new))
                .param(
                        "amount",
                        choice.amount() == null ? null : choice.amount().amount(),
                        Types.NUMERIC)
                .param(
                        "positions",
                        choice.positions().isEmpty() ? null : choice.positions().toArray(String[]::new),
                        Types.ARRAY)
                .param("netWorth", asked.netWorth().amount())
                .param("saving", found.saving().amount())
                .param("improvement", found.improvement().amount())
                .param("benefit", found.benefit())
                .param("risk", found.risk())
                .param("confidence", found.confidence())
                .param("urgency", found.urgency().name())
                .param("actBy", found.actBy(), Types.DATE)
                .param("inputs", asked.inputs())
                .param("policy", asked.policy().bytes())
                .param("on", asked.on())
                .param("who", who)
                .param("now", Timestamp.from(now))
                .param("request", asked.request(), Types.VARCHAR)
                .param("state", asked.state().name())
                .param("expires", asked.expiresOn())
                .query(Long.class)
                .single();
    }

    void expire(Collection<AccountId> accounts, LocalDate date) {
        session.client()
                .sql("""
                        update consolidation set state = 'EXPIRED'
                        where account_id = any(:accounts::bigint[]) and state in ('OPEN', 'APPROVED')
                            and expires_on <= :date""")
                .param("accounts", ids(accounts))
                .param("date", date)
                .update();
    }

    private static Long[] ids(Collection<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    /** Nobody else decides it until the transaction ends. */
    void lock(long id) {
        session.client()
                .sql("select id from consolidation where id = :id for update")
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    void decide(long id, State state, LocalDate expiresOn, String who, Instant now, String reason) {
        session.client()
                .sql("""
                        update consolidation
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

    void executed(long id, AccountId target, int mergeNo, LocalDate on, LocalDate finalWith) {
        session.client()
                .sql("""
                        update consolidation
                        set state = 'EXECUTED', target_id = :target, merge_no = :merge, executed_on = :on,
                            final_with = :final
                        where id = :id""")
                .param("target", target.value())
                .param("merge", mergeNo)
                .param("final", finalWith)
                .param("on", on)
                .param("id", id)
                .update();
    }

    void reversed(long id, LocalDate on) {
        session.client()
                .sql("update consolidation set state = 'REVERSED', reversed_on = :on where id = :id")
                .param("on", on)
                .param("id", id)
                .update();
    }

    /** A brokerage account that was asked for and serves nobody any more. */
    void release(AccountId account) {
        session.client().sql("""
                        update brokerage_account set state = 'released'
                        where id = :account and state in ('requested', 'opened')""").param("account", account.value()).update();
    }
}
