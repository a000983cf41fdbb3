package io.alluse.story;

import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.List;

/** What the database holds, in the words of a story: accounts go by the name of their main account. */
final class StoryRows {

    private final Session session;

    StoryRows(Session session) {
        this.session = session;
    }

    /** {@code One GEN} is A-000001-GEN, {@code One} is A-000001. */
    String code(String whose) {
        String[] words = whose.split(" ");
        List<String> main = rows("select code from main_account where name = '" + words[0] + "'");
        if (main.size() != 1) {
            throw new IllegalArgumentException("the story opens no main account " + words[0]);
        }
        return words.length == 1 ? main.getFirst() : main.getFirst() + "-" + words[1];
    }

    private static final String WHOSE = "m.name || substr(a.code, length(m.code) + 1)";
    private static final String FROM = " from account a join main_account m on m.id = a.id & ~65535::bigint"
            + " join account_head h on h.account_id = a.id";

    /** All there are, in the order of their main accounts. */
    List<String> accounts() {
        return named("select " + WHOSE + FROM + " order by a.id");
    }

    List<String> states() {
        return named("select " + WHOSE + " || ' ' || h.state || ' base ' || h.base" + FROM + " order by a.id");
    }

    /** {@code One-GEN} is how SQL says {@code One GEN}. */
    private List<String> named(String sql) {
        return rows(sql).stream().map(row -> row.replaceFirst("-", " ")).toList();
    }

    /** What a run has posted to an account, whichever of its events. */
    List<String> movements(long run, String whose) {
        return rows("select v.from_account || ' > ' || v.to_account || ' ' || v.amount from movement v"
                + " join event e on e.account_id = v.account_id and e.no = v.event_no where e.run_id = " + run
                + " and v.account_id = " + id(whose) + " order by v.event_no, v.seq");
    }

    boolean isPosted(long run, String whose) {
        return !rows("select e.no from event e where e.run_id = " + run + " and e.account_id = " + id(whose))
                .isEmpty();
    }

    private String id(String whose) {
        return rows("select id from account where code = '" + code(whose) + "'").getFirst();
    }

    /** With the signs people read, those that are not zero, in the order of the chart. */
    List<String> balances(String whose) {
        List<String> balances = new ArrayList<>();
        for (LedgerAccount account : LedgerAccount.values()) {
            Money balance =
                    Money.of(rows("select " + account.column() + " from account_head where account_id = " + id(whose))
                            .getFirst());
            if (!balance.isZero()) {
                balances.add(account + " " + account.natural(balance));
            }
        }
        return balances;
    }

    private List<String> rows(String sql) {
        return session.client().sql(sql).query((row, no) -> row.getString(1)).list();
    }
}
