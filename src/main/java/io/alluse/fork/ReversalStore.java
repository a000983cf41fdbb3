package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.lineage.Fork;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.util.List;

/** SQL of what a reversal finds at the broker and takes back there. */
final class ReversalStore {

    private final Session session;

    ReversalStore(Session session) {
        this.session = session;
    }

    /** What the fork announced to leave its parent and has left it at the broker. */
    List<Money> settledOut(Fork fork) {
        return session.client()
                .sql("""
                        select amount from announcement
                        where account_id = :parent and event_no = :event and state = 'settled' order by seq""")
                .param("parent", fork.parent().value())
                .param("event", fork.eventNo())
                .query((row, no) -> Money.of(row.getBigDecimal("amount")))
                .list();
    }

    /** Codes of those whose money has arrived at the broker. */
    List<String> arrived(Fork fork) {
        return session.client()
                .sql("""
                        select a.code from announcement n join account a on a.id = n.account_id
                        where n.account_id = any(:children::bigint[]) and n.event_no = 1 and n.state = 'settled'""")
                .param("children", children(fork))
                .query((row, no) -> row.getString("code"))
                .list();
    }

    /** What is still announced will not happen. */
    void withdraw(Fork fork) {
        session.client()
                .sql("""
                        update announcement set state = 'withdrawn'
                        where state = 'open' and (account_id = :parent and event_no = :event
                            or account_id = any(:children::bigint[]) and event_no = 1)""")
                .param("parent", fork.parent().value())
                .param("event", fork.eventNo())
                .param("children", children(fork))
                .update();
    }

    /** Brokerage accounts that were asked for and serve nobody any more; a confirmed one is for a person to release. */
    void release(Fork fork) {
        session.client()
                .sql("""
                        update brokerage_account b set state = 'released'
                        where b.id = any(:brokerages::bigint[]) and b.state in ('requested', 'opened')
                            and not exists (
                                select from account_head h
                                where h.account_id between b.id and case b.mapping when 'per-main' then b.id + 65535 else b.id end
                                    and h.state <> 'CLOSED')""")
                .param(
                        "brokerages",
                        fork.children().stream()
                                .map(child -> child.brokerage().value())
                                .toArray(Long[]::new))
                .update();
    }

    private static Long[] children(Fork fork) {
        return fork.children().stream()
                .map(Fork.Child::account)
                .map(AccountId::value)
                .toArray(Long[]::new);
    }
}
