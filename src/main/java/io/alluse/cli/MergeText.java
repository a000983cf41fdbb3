package io.alluse.cli;

import io.alluse.account.Brokerage;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeState;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A merge for people and for programs. */
final class MergeText {

    private MergeText() {}

    static String state(Merge merge) {
        String word = merge.state().name().toLowerCase(Locale.ROOT);
        return merge.endedOn() == null ? word : word + " on " + merge.endedOn();
    }

    /** How many of its accounts have let their brokerage account go; those that share one keep it. */
    static String released(Merge merge) {
        long own = merge.members().stream().filter(MergeText::hasItsOwn).count();
        long released = merge.members().stream()
                .filter(MergeText::hasItsOwn)
                .filter(member -> member.mapped() == Brokerage.RELEASED)
                .count();
        return own == 0 ? "shared" : released + " of " + own;
    }

    private static boolean hasItsOwn(Merge.Member member) {
        return member.whole() && !member.brokerage().isMain();
    }

    static Optional<String> next(Merge merge) {
        return switch (merge.state()) {
            case MERGED -> Optional.of("until the next close: alluse merge reverse " + merge.code() + " --reason TEXT");
            case CLOSED ->
                merge.members().stream()
                        .filter(MergeText::hasItsOwn)
                        .filter(member -> member.mapped() != Brokerage.RELEASED)
                        .findFirst()
                        .map(member -> "when the broker has closed it: alluse account map " + member.code()
                                + " --release --reason TEXT");
            case REVERSED -> Optional.empty();
        };
    }

    static String members(Merge merge) {
        return merge.members().stream().map(Merge.Member::code).collect(Collectors.joining(", "));
    }

    static void print(PrintWriter out, Merge merge) {
        line(out, "merge", merge.code());
        line(out, "kind", merge.kind().word());
        if (merge.fork() != null) {
            line(out, "family", merge.fork());
        }
        line(out, "into", merge.targetCode() + ", its event " + merge.eventNo());
        line(out, "date", merge.date().toString());
        line(out, "why", merge.why());
        line(out, "received", merge.received().readable());
        line(out, "state", state(merge));
        out.println();
        TextTable table = TextTable.of("ACCOUNT", ">EVENT", ">GAVE", ">BASE", "STATE", "BROKERAGE ACCOUNT");
        merge.members()
                .forEach(member -> table.row(
                        member.code(),
                        member.eventNo(),
                        member.received().readable(),
                        member.base().readable(),
                        member.state(),
                        brokerage(merge, member)));
        out.print(table);
    }

    private static String brokerage(Merge merge, Merge.Member member) {
        boolean toRelease =
                merge.state() != MergeState.REVERSED && hasItsOwn(member) && member.mapped() != Brokerage.RELEASED;
        return member.mapped().word() + (toRelease ? ", to be released" : "");
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-10s%s".formatted(title, text));
    }

    static Json json(Merge merge) {
        return Json.object()
                .put("merge", merge.code())
                .put("kind", merge.kind().word())
                .put("family", merge.fork())
                .put("into", merge.targetCode())
                .put("event", merge.eventNo())
                .put("date", merge.date())
                .put("why", merge.why())
                .put("received", merge.received())
                .put("state", merge.state().name().toLowerCase(Locale.ROOT))
                .put("endedOn", merge.endedOn())
                .put("members", merge.members().stream().map(MergeText::json).toList());
    }

    private static Json json(Merge.Member member) {
        return Json.object()
                .put("code", member.code())
                .put("event", member.eventNo())
                .put("whole", member.whole())
                .put("gave", member.received())
                .put("base", member.base())
                .put("state", member.state())
                .put("brokerage", member.mapped().word());
    }
}
