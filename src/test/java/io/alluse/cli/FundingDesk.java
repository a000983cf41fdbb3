package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Statements, runs and what people type about the money of main accounts of 500,000. */
final class FundingDesk implements AutoCloseable {

    private final CapitalizedDatabase database;
    private final Typed typed;
    private final Rows rows;

    private FundingDesk(String plan) {
        database = CapitalizedDatabase.of(plan);
        typed = Typed.on(database);
        rows = Rows.of(database.test().owner());
    }

    /** So many main accounts with brokerage accounts of their own, and a last one whose accounts share one. */
    static FundingDesk ofMains(int mains) {
        StringBuilder plan =
                new StringBuilder("name,capital,mapping,gen_reference,rev_reference,com_reference,main_reference\n");
        for (int i = 1; i < mains; i++) {
            plan.append("M%1$d,500000,,G:%1$d,R:%1$d,C:%1$d,\n".formatted(i));
        }
        return new FundingDesk(plan + "Shared,500000,per-main,,,,S:1\n");
    }

    /** Lines {@code 2/2/2026 ACH -5000}, the day among the days of this very account. */
    void statement(String account, String date, String... lines) {
        List<String> file = new ArrayList<>();
        file.add("\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\",\"Trans Code\","
                + "\"Quantity\",\"Price\",\"Amount\"");
        for (int i = lines.length - 1; i >= 0; i--) {
            String[] words = lines[i].split(" ");
            String amount = words[2].startsWith("-") ? "($" + words[2].substring(1) + ")" : "$" + words[2];
            file.add("\"%1$s\",\"%1$s\",\"%1$s\",\"\",\"Money\",\"%2$s\",\"\",\"\",\"%3$s\""
                    .formatted(words[0], words[1], amount));
        }
        try {
            Path csv = Files.writeString(Files.createTempFile("statement", ".csv"), String.join("\n", file) + "\n");
            run(0, "statement import " + csv + " --account " + account + " --date " + date);
            Files.delete(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The job of this date. */
    void funding(String date) {
        int exit = typed.run("job run funding --date " + date);
        assertThat(exit).as(typed.err()).isZero();
    }

    String run(int exit, String words) {
        assertThat(typed.run(words)).as(typed.out() + typed.err()).isEqualTo(exit);
        return exit == 0 ? typed.out() : typed.err();
    }

    /** Those that stand, by kind and text. */
    List<String> alerts(String code) {
        return rows.of("select l.kind || ': ' || l.text from alert l left join account a on a.id = l.subject_id"
                + " left join main_account m on m.id = l.subject_id where l.state <> 'cleared'"
                + " and coalesce(a.code, m.code) = '" + code + "' and l.text not like '%(event 1)%' order by l.id");
    }

    List<String> transfers(String main) {
        return rows.of("select f.code || ' ' || r.code || ' ' || t.amount || ' ' || t.state from transfer t"
                + " join account f on f.id = t.from_id join account r on r.id = t.to_id"
                + " where f.code like '" + main + "-%' order by t.id");
    }

    /** After the opening. */
    List<String> movements(String code) {
        return rows.of("select v.from_account || '>' || v.to_account || ' ' || v.amount from movement v"
                + " join account a on a.id = v.account_id where a.code = '" + code + "' and v.event_no > 1"
                + " order by v.event_no, v.seq");
    }

    /** State, base, CASH and SUSPENSE. */
    String head(String code) {
        return rows.of(
                        "select h.state, h.base, h.cash, h.suspense from account_head h join account a on a.id = h.account_id"
                                + " where a.code = '" + code + "'")
                .getFirst();
    }

    Rows rows() {
        return rows;
    }

    @Override
    public void close() {
        database.close();
    }
}
