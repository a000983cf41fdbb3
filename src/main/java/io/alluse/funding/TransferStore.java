package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** SQL of transfers that are proposed, declined or executed. */
final class TransferStore {

    private static final String SUPERSEDE = Sql.of(TransferStore.class, "supersede-transfers");
    private static final String PROPOSE = Sql.of(TransferStore.class, "propose-transfers");
    private static final String PAGE = Sql.of(TransferStore.class, "transfers");

    private final Session session;

    TransferStore(Session session) {
        this.session = session;
    }

    /** What a run proposes for these main accounts: what it proposed before and does again stays as it is. */
    void propose(Collection<AccountId> mains, List<Proposal> proposals, LocalDate on, long runId) {
        supersede(mains, proposals, on);
        if (!proposals.isEmpty()) {
            bind(PROPOSE, proposals).param("on", on).param("run", runId).update();
        }
    }

    /** All that is proposed for these main accounts but what is kept. */
    void supersede(Collection<AccountId> mains, List<Proposal> kept, LocalDate on) {
        if (!mains.isEmpty()) {
            bind(SUPERSEDE, kept).param("mains", Ids.of(mains)).param("on", on).update();
        }
    }

    private StatementSpec bind(String sql, List<Proposal> proposals) {
        return session.client()
                .sql(sql)
                .param("froms", Ids.of(proposals.stream().map(Proposal::from).toList()))
                .param("tos", Ids.of(proposals.stream().map(Proposal::to).toList()))
                .param(
                        "amounts",
                        proposals.stream().map(one -> one.amount().amount()).toArray(BigDecimal[]::new));
    }

    /** In the order of their numbers. */
    List<Transfer> page(@Nullable AccountId account, boolean all, long after, int limit) {
        return session.client()
                .sql(PAGE)
                .param("after", after)
                .param("account", account == null ? null : account.value(), Types.BIGINT)
                .param("all", all)
                .param("limit", limit)
                .query((row, no) -> transfer(row))
                .list();
    }

    Optional<Transfer> find(long id) {
        return page(null, true, id - 1, 1).stream()
                .filter(one -> one.id() == id)
                .findFirst();
    }

    private static Transfer transfer(ResultSet row) throws SQLException {
        return new Transfer(
                row.getLong("id"),
                row.getString("from_code"),
                row.getString("to_code"),
                Money.of(row.getBigDecimal("amount")),
                TransferState.ofWord(row.getString("state")),
                row.getObject("proposed_on", LocalDate.class),
                row.getObject("run_id", Long.class),
                row.getObject("ended_on", LocalDate.class),
                row.getString("decided_by"),
                row.getString("reason"),
                row.getString("transfer_id"),
                row.getInt("announced"),
                row.getInt("open"));
    }

    /** True if it was still proposed. */
    boolean end(long id, TransferState state, Decided decided) {
        return session.client()
                        .sql("""
                                update transfer set state = :state, ended_on = :on, decided_by = :by, reason = :reason,
                                    transfer_id = :transfer
                                where id = :id and state = 'proposed'""")
                        .param("state", state.word())
                        .param("on", decided.on())
                        .param("by", decided.by())
                        .param("reason", decided.reason())
                        .param("transfer", decided.transfer(), Types.VARCHAR)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** Who decided, when and why; and what the ledger calls it where it was executed. */
    record Decided(
            LocalDate on,
            String by,
            String reason,
            @Nullable String transfer) {}

    /** One that nobody had proposed. */
    long made(Proposal made, Decided decided) {
        return session.client()
                .sql("""
                        insert into transfer (main_id, from_id, to_id, amount, state, ended_on, decided_by, reason, transfer_id)
                        values (:from & -65536, :from, :to, :amount, 'executed', :on, :by, :reason, :transfer)
                        returning id""")
                .param("from", made.from().value())
                .param("to", made.to().value())
                .param("amount", made.amount().amount())
                .param("on", decided.on())
                .param("by", decided.by())
                .param("reason", decided.reason())
                .param("transfer", decided.transfer(), Types.VARCHAR)
                .query(Long.class)
                .single();
    }
}
