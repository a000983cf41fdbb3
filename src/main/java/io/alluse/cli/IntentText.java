package io.alluse.cli;

import io.alluse.intent.IntentFill;
import io.alluse.intent.IntentLine;
import io.alluse.intent.KeptIntent;
import io.alluse.intent.OrderIntent;
import io.alluse.text.Json;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An order intent for people and for programs. */
final class IntentText {

    private IntentText() {}

    static Object[] row(IntentLine line) {
        KeptIntent intent = line.intent();
        OrderIntent order = intent.order();
        return new Object[] {
            line.code(),
            intent.ref().text(),
            intent.date(),
            order.words(),
            order.budget(),
            order.validFrom(),
            order.validUntil(),
            intent.filled().toPlainString(),
            intent.state().word()
        };
    }

    static void print(PrintWriter out, IntentLine line, List<IntentFill> fills) {
        KeptIntent intent = line.intent();
        OrderIntent order = intent.order();
        line(out, "intent", intent.ref().text());
        line(out, "account", line.code());
        line(out, "made", "by event " + intent.ref().event() + " on " + intent.date());
        line(out, "order", order.words());
        line(out, "budget", order.budget().readable());
        if (order.price() != null) {
            line(out, "price", order.price().toPlainString() + " of " + order.priceDate());
        }
        line(out, "from", order.validFrom() + " until " + order.validUntil());
        line(out, "filled", intent.filled().toPlainString());
        fills.forEach(fill -> line(
                out,
                "",
                fill.quantity().toPlainString() + " on " + fill.on() + " by line " + fill.line() + ", "
                        + fill.spent().readable()));
        line(out, "state", line.end());
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-9s%s".formatted(title, text));
    }

    static Json json(IntentLine line) {
        KeptIntent intent = line.intent();
        OrderIntent order = intent.order();
        return Json.object()
                .put("account", line.code())
                .put("intent", intent.ref().text())
                .put("event", intent.ref().event())
                .put("no", intent.ref().no())
                .put("date", intent.date())
                .put("kind", order.kind())
                .put("symbol", order.symbol())
                .put("quantity", number(order.quantity()))
                .put("budget", order.budget())
                .put("price", number(order.price()))
                .put("priceDate", order.priceDate())
                .put("delta", order.delta())
                .put("expiryFrom", order.expiryFrom())
                .put("expiryTo", order.expiryTo())
                .put("validFrom", order.validFrom())
                .put("validUntil", order.validUntil())
                .put("state", intent.state().word())
                .put("filled", number(intent.filled()))
                .put("spent", intent.spent())
                .put("filledBy", line.filledBy())
                .put("endedOn", line.endedOn())
                .put("endedNo", line.endedNo())
                .put("cause", line.cause());
    }

    static Json json(IntentLine line, List<IntentFill> fills) {
        return json(line).put("fills", fills.stream().map(IntentText::json).toList());
    }

    private static Json json(IntentFill fill) {
        return Json.object()
                .put("line", fill.line())
                .put("on", fill.on())
                .put("quantity", number(fill.quantity()))
                .put("spent", fill.spent());
    }

    private static @Nullable String number(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
