package io.alluse.cli;

import io.alluse.account.KeptOverride;
import io.alluse.lifecycle.ConfigurePreview;
import io.alluse.lifecycle.InForce;
import io.alluse.lifecycle.PositionLimit;
import io.alluse.money.Money;
import io.alluse.split.TransferProposals;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How policies in force and changes of them are shown. */
final class ConfigureText {

    private ConfigureText() {}

    /** A policy file with its overrides as comments. */
    static void inForce(InForce shown, GlobalOptions options, PrintWriter out) {
        if (options.json()) {
            out.println(json(shown));
        } else if (options.quiet()) {
            out.println(shown.policy().hash());
        } else {
            out.println("# " + shown.code() + " on " + shown.on() + ": policy " + shown.base() + ", content "
                    + shown.policy().hash().brief());
            for (KeptOverride kept : shown.overrides()) {
                out.println("# from " + kept.effective() + ", " + kept.source() + whose(kept) + ": "
                        + kept.override().key() + ": " + kept.override().value()
                        + (kept.effective().isAfter(shown.on()) ? " (not yet)" : ""));
            }
            out.print(shown.policy().text());
        }
        out.flush();
    }

    private static String whose(KeptOverride kept) {
        return kept.subject().isMain() ? " of the main account" : "";
    }

    private static Json json(InForce shown) {
        return Json.object()
                .put("schema", "alluse.account-policy/1")
                .put("code", shown.code())
                .put("on", shown.on())
                .put("policy", shown.base().name())
                .put("version", shown.base().version())
                .put("hash", shown.policy().hash())
                .put(
                        "overrides",
                        shown.overrides().stream().map(ConfigureText::json).toList())
                .put("values", shown.policy().values());
    }

    private static Json json(KeptOverride kept) {
        return Json.object()
                .put("effective", kept.effective())
                .put("of", kept.subject().isMain() ? "main" : "account")
                .put("key", kept.override().key())
                .put("value", kept.override().value())
                .put("source", kept.source());
    }

    static void preview(ConfigurePreview shown, GlobalOptions options, PrintWriter out) {
        if (options.quiet()) {
            return;
        }
        out.println(shown.code() + " from " + shown.effective() + " on: policy "
                + shown.before().brief() + " -> " + shown.after().brief());
        TextTable keys = TextTable.of("KEY", "BEFORE", "AFTER");
        shown.changes().forEach(change -> keys.row(change.key(), change.inA(), change.inB()));
        print(keys, out);
        TextTable limits = TextTable.of("ACCOUNT", "SYMBOL", ">LIMIT BEFORE", ">AFTER");
        shown.limits()
                .forEach(
                        limit -> limits.row(limit.code(), limit.symbol(), money(limit.before()), money(limit.after())));
        print(limits, out);
        transfers(shown.transfers(), out);
    }

    private static void transfers(TransferProposals proposals, PrintWriter out) {
        TextTable shares = TextTable.of("ACCOUNT", ">NET WORTH", ">TARGET", ">CHANGE");
        proposals
                .shares()
                .forEach(share -> shares.row(
                        share.code(),
                        share.now().readable(),
                        share.target().readable(),
                        share.change().readable()));
        print(shares, out);
        proposals
                .transfers()
                .forEach(transfer -> out.println("proposed, not done: " + transfer.from() + " sends "
                        + transfer.amount().readable() + " to " + transfer.to()));
        proposals.rests().forEach(rest -> out.println("remains: " + TransferText.rest(rest)));
    }

    private static void print(TextTable table, PrintWriter out) {
        if (!table.isEmpty()) {
            out.println();
            out.print(Terminal.fit(table));
        }
    }

    private static String money(@Nullable Money amount) {
        return amount == null ? "-" : amount.readable();
    }

    static Json json(ConfigurePreview shown, boolean applied) {
        return Json.object()
                .put("schema", "alluse.account-configure/1")
                .put("code", shown.code())
                .put("effective", shown.effective())
                .put("applied", applied)
                .put("before", shown.before())
                .put("after", shown.after())
                .put(
                        "changes",
                        shown.changes().stream()
                                .map(change -> Json.object()
                                        .put("key", change.key())
                                        .put("before", change.inA())
                                        .put("after", change.inB()))
                                .toList())
                .put("limits", shown.limits().stream().map(ConfigureText::json).toList())
                .put("shares", shares(shown.transfers()))
                .put(
                        "transfers",
                        shown.transfers().transfers().stream()
                                .map(transfer -> Json.object()
                                        .put("from", transfer.from())
                                        .put("to", transfer.to())
                                        .put("amount", transfer.amount()))
                                .toList())
                .put(
                        "rests",
                        shown.transfers().rests().stream()
                                .map(TransferText::json)
                                .toList())
                .put("accounts", shown.accounts())
                .put("warnings", shown.warnings());
    }

    private static Json json(PositionLimit limit) {
        return Json.object()
                .put("account", limit.code())
                .put("symbol", limit.symbol())
                .put("before", limit.before())
                .put("after", limit.after());
    }

    private static List<Json> shares(TransferProposals proposals) {
        return proposals.shares().stream()
                .map(share -> Json.object()
                        .put("account", share.code())
                        .put("now", share.now())
                        .put("target", share.target()))
                .toList();
    }
}
