package io.alluse.cli;

import io.alluse.account.Brokerage;
import io.alluse.lineage.Fork;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.util.Locale;

/** A fork for people and for programs. */
final class ForkText {

    private ForkText() {}

    static String state(Fork fork) {
        String word = fork.state().name().toLowerCase(Locale.ROOT);
        return fork.endedOn() == null ? word : word + " on " + fork.endedOn();
    }

    /** How many of its accounts have a confirmed brokerage account. */
    static String mapped(Fork fork) {
        long confirmed = fork.children().stream()
                .filter(child -> child.mapped() == Brokerage.CONFIRMED)
                .count();
        return confirmed + " of " + fork.children().size();
    }

    static void print(PrintWriter out, Fork fork) {
        line(out, "fork", fork.code());
        line(out, "account", fork.parentCode() + ", its event " + fork.eventNo());
        line(out, "date", fork.date().toString());
        line(out, "amount", fork.amount().readable());
        line(out, "base change", fork.baseChange().readable());
        if (fork.main() != null) {
            line(out, "opened", "main account " + fork.main());
        }
        if (fork.decision() != null) {
            line(out, "decision", Long.toString(fork.decision()));
        }
        line(out, "state", state(fork));
        line(out, "validation", fork.validation());
        out.println();
        TextTable table = TextTable.of("ACCOUNT", ">RECEIVED", "STATE", "BROKERAGE ACCOUNT");
        fork.children()
                .forEach(child -> table.row(
                        child.code(),
                        child.received().readable(),
                        child.state(),
                        child.mapped().word()));
        out.print(Terminal.fit(table));
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-13s%s".formatted(title, text));
    }

    static Json json(Fork fork) {
        return Json.object()
                .put("fork", fork.code())
                .put("account", fork.parentCode())
                .put("date", fork.date())
                .put("event", fork.eventNo())
                .put("amount", fork.amount())
                .put("baseChange", fork.baseChange())
                .put("main", fork.main())
                .put("decision", fork.decision())
                .put("state", fork.state().name().toLowerCase(Locale.ROOT))
                .put("endedOn", fork.endedOn())
                .put("validation", Json.raw(fork.validation()))
                .put("children", fork.children().stream().map(ForkText::json).toList());
    }

    private static Json json(Fork.Child child) {
        return Json.object()
                .put("code", child.code())
                .put("received", child.received())
                .put("transfer", child.transfer())
                .put("state", child.state())
                .put("brokerage", child.mapped().word());
    }
}
