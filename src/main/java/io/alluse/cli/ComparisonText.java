package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.run.AccountOutcome;
import io.alluse.sweep.Compared;
import io.alluse.sweep.Compared.Change;
import io.alluse.sweep.Compared.Difference;
import io.alluse.sweep.Compared.Side;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a job would post under two policies, for people and for programs. */
final class ComparisonText {

    private static final String SCHEMA = "alluse.policy-comparison/1";

    private final String job;
    private final BusinessDay date;
    private final String a;
    private final String b;

    ComparisonText(String job, BusinessDay date, String a, String b) {
        this.job = job;
        this.date = date;
        this.a = a;
        this.b = b;
    }

    void print(PrintWriter out, Compared compared) {
        out.println(job + " of " + date + "  A: " + a + "  B: " + b + "  compared, nothing was posted");
        out.printf(
                Locale.ROOT,
                "%,d of %,d accounts differ%n",
                compared.differing(),
                compared.a().tally().total());
        out.println();
        out.print(outcomes(compared));
        print(out, "", money(compared));
        print(out, "accounts that come to another outcome", changes(compared));
        print(out, "the largest differences", largest(compared));
    }

    private static void print(PrintWriter out, String title, TextTable table) {
        if (!table.isEmpty()) {
            out.println();
            if (!title.isEmpty()) {
                out.println(title);
            }
            out.print(Terminal.fit(table));
        }
    }

    private static TextTable outcomes(Compared compared) {
        TextTable table = TextTable.of("OUTCOME", ">A", ">B");
        for (AccountOutcome outcome : AccountOutcome.values()) {
            table.row(
                    outcome.words(),
                    number(compared.a().tally().of(outcome)),
                    number(compared.b().tally().of(outcome)));
        }
        return table;
    }

    private static TextTable money(Compared compared) {
        TextTable table = TextTable.of("TIER", "ACCOUNT", ">A", ">B", ">B LESS A");
        for (Tier tier : Tier.values()) {
            for (LedgerAccount account : LedgerAccount.values()) {
                Money inA = compared.a().moved(tier, account);
                Money inB = compared.b().moved(tier, account);
                if (!inA.isZero() || !inB.isZero()) {
                    table.row(
                            tier,
                            account,
                            inA.readable(),
                            inB.readable(),
                            inB.minus(inA).readable());
                }
            }
        }
        return table;
    }

    private static TextTable changes(Compared compared) {
        TextTable table = TextTable.of(">ACCOUNTS", "UNDER A", "UNDER B");
        compared.changes().forEach((change, count) -> table.row(number(count), change.from(), change.to()));
        return table;
    }

    private static TextTable largest(Compared compared) {
        TextTable table = TextTable.of("ACCOUNT", "TIER", ">AMOUNT", "B LESS A");
        compared.largest()
                .forEach(one -> table.row(one.code(), one.tier(), one.amount().readable(), moved(one)));
        return table;
    }

    private static String moved(Difference difference) {
        List<String> parts = new ArrayList<>();
        for (LedgerAccount account : LedgerAccount.values()) {
            Money amount = difference.moved().natural(account);
            if (!amount.isZero()) {
                parts.add(account + " " + amount.readable());
            }
        }
        return String.join(", ", parts);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    Json json(Compared compared) {
        return Json.object()
                .put("schema", SCHEMA)
                .put("job", job)
                .put("date", date)
                .put("a", a)
                .put("b", b)
                .put("population", compared.a().tally().total())
                .put("differing", compared.differing())
                .put("underA", json(compared.a()))
                .put("underB", json(compared.b()))
                .put(
                        "changes",
                        compared.changes().entrySet().stream()
                                .map(ComparisonText::json)
                                .toList())
                .put(
                        "largest",
                        compared.largest().stream().map(ComparisonText::json).toList());
    }

    private static Json json(Map.Entry<Change, Long> change) {
        return Json.object()
                .put("from", change.getKey().from())
                .put("to", change.getKey().to())
                .put("accounts", change.getValue());
    }

    private static Json json(Difference difference) {
        return Json.object()
                .put("account", difference.code())
                .put("tier", difference.tier())
                .put("amount", difference.amount().toString())
                .put("moved", RunText.json(difference.moved()));
    }

    private static Json json(Side side) {
        Json tiers = Json.object();
        side.byTier().forEach((tier, moved) -> tiers.put(tier.name(), RunText.json(moved)));
        return RunText.counts(Json.object(), side.tally().total(), side.tally()::of, side.tally())
                .put("tiers", tiers);
    }
}
