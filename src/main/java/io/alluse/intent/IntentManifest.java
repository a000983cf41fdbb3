package io.alluse.intent;

import io.alluse.money.Money;
import io.alluse.text.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** What the files of a date come to, so that whoever receives them knows that they are all there. */
public final class IntentManifest {

    private static final class Sum {
        private long intents;
        private BigDecimal quantity = BigDecimal.ZERO;
        private Money budget = Money.ZERO;
    }

    private final LocalDate date;
    private final Map<IntentKind, Sum> kinds = new EnumMap<>(IntentKind.class);
    private long files;
    private String digest = "";

    IntentManifest(LocalDate date) {
        this.date = date;
    }

    void add(ExportedIntent intent) {
        Sum sum = kinds.computeIfAbsent(intent.kind(), _ -> new Sum());
        sum.intents++;
        sum.quantity = intent.quantity() == null ? sum.quantity : sum.quantity.add(intent.quantity());
        sum.budget = sum.budget.plus(intent.budget());
    }

    void addFile() {
        files++;
    }

    void end(String sha256) {
        digest = sha256;
    }

    public long files() {
        return files;
    }

    public long intents() {
        return kinds.values().stream().mapToLong(sum -> sum.intents).sum();
    }

    public String digest() {
        return digest;
    }

    public Json json() {
        Json byKind = Json.object();
        kinds.forEach((kind, sum) -> byKind.put(
                kind.name(),
                Json.object()
                        .put("intents", sum.intents)
                        .put("quantity", sum.quantity.toPlainString())
                        .put("budget", sum.budget)));
        return Json.object()
                .put("schema", "alluse.order-intents/1")
                .put("date", date)
                .put("files", files)
                .put("intents", intents())
                .put("kinds", byKind)
                .put("sha256", digest);
    }
}
