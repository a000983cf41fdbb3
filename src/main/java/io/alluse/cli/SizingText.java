package io.alluse.cli;

import io.alluse.account.KeptOverride;
import io.alluse.holding.Shares;
import io.alluse.price.Price;
import io.alluse.sizing.AccountSizing;
import io.alluse.sizing.AccountSizing.Line;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Position sizes for people and for programs. */
final class SizingText {

    private static final String NONE = "-";

    private SizingText() {}

    static List<String> head(AccountSizing sizing) {
        List<String> lines = new ArrayList<>();
        lines.add("%s on %s: policy %s".formatted(sizing.account().code(), sizing.date(), sizing.policy()));
        for (KeptOverride kept : sizing.overrides()) {
            lines.add("  %s %s from %s (%s)"
                    .formatted(kept.override().key(), kept.override().value(), kept.effective(), kept.source()));
        }
        lines.add("net worth %s; %s of it, %s, per position (%s × %s, at most %s)"
                .formatted(
                        sizing.netWorth().readable(),
                        sizing.positions().limit(),
                        sizing.limits().perPosition().readable(),
                        sizing.positions().share(),
                        Shares.plain(sizing.positions().riskMultiplier()),
                        sizing.positions().cap()));
        lines.add("%d of %d positions taken"
                .formatted(sizing.taken(), sizing.limits().positions()));
        return lines;
    }

    static TextTable table(AccountSizing sizing) {
        TextTable table =
                TextTable.of("SYMBOL", ">PRICE", "OF", ">LIMIT", ">HELD", ">ROOM", ">SHARES", ">CONTRACTS", "NOTE");
        for (Line line : sizing.lines()) {
            Price price = line.quote().price();
            table.row(
                    line.symbol(),
                    PriceText.number(price == null ? null : price.close()),
                    price == null ? NONE : price.date(),
                    line.limit().readable(),
                    line.held().total().readable(),
                    line.room().readable(),
                    Objects.requireNonNullElse(line.shares(), NONE),
                    Objects.requireNonNullElse(line.contracts(), NONE),
                    note(sizing, line));
        }
        return table;
    }

    private static String note(AccountSizing sizing, Line line) {
        List<String> notes = new ArrayList<>();
        Price price = line.quote().price();
        switch (line.quote().state()) {
            case FRESH -> {}
            case NONE -> notes.add("no price");
            case STALE ->
                notes.add("price is " + (price == null ? 0 : price.ageOn(sizing.date())) + " days old, at most "
                        + sizing.policy().maxPriceAgeDays());
            case ZERO -> notes.add("price is zero");
        }
        if (!line.hasPlace()) {
            notes.add("no more positions");
        }
        if (!line.inPolicy()) {
            notes.add("not in the policy");
        }
        return String.join(", ", notes);
    }

    static Json json(AccountSizing sizing) {
        return Json.object()
                .put("account", sizing.account().code())
                .put("date", sizing.date())
                .put("policy", sizing.policy().name())
                .put("policyVersion", sizing.policy().version())
                .put("policyHash", sizing.policy().hash())
                .put(
                        "overrides",
                        sizing.overrides().stream().map(SizingText::json).toList())
                .put("netWorth", sizing.netWorth())
                .put("limitPercent", sizing.positions().limit().value().toPlainString())
                .put("limit", sizing.limits().perPosition())
                .put("maxPositions", sizing.limits().positions())
                .put("positions", sizing.taken())
                .put(
                        "symbols",
                        sizing.lines().stream().map(line -> json(sizing, line)).toList());
    }

    private static Json json(KeptOverride kept) {
        return Json.object()
                .put("effectiveOn", kept.effective())
                .put("key", kept.override().key())
                .put("value", kept.override().value())
                .put("source", kept.source());
    }

    private static Json json(AccountSizing sizing, Line line) {
        @Nullable Price price = line.quote().price();
        return Json.object()
                .put("symbol", line.symbol())
                .put("inPolicy", line.inPolicy())
                .put("price", price == null ? null : PriceText.number(price.close()))
                .put("priceDate", price == null ? null : price.date())
                .put("priceState", line.quote().state().name().toLowerCase(Locale.ROOT))
                .put("limit", line.limit())
                .put("held", line.held().total())
                .put("owned", line.held().owned())
                .put("bound", line.held().bound())
                .put("room", line.room())
                .put("shares", line.shares())
                .put("contracts", line.contracts())
                .put("note", note(sizing, line));
    }
}
