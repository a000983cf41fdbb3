package io.alluse.export;

import io.alluse.text.Json;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One event with its movements, as other systems are told it. */
@SuppressWarnings("ArrayRecordComponent")
public record ExportedEvent(
        long serial,
        String account,
        int no,
        String rule,
        String ref,
        LocalDate businessDate,
        LocalDate effectiveDate,
        String kind,
        byte[] policy,
        BigDecimal baseChange,
        @Nullable String state,
        String detail,
        byte[] previousHash,
        byte[] hash,
        @Nullable String run,
        List<Moved> movements) {

    /** Of this form; what is added later leaves it as it is, what is changed has another number. */
    public static final int VERSION = 1;

    /** So much from one ledger account to another. */
    public record Moved(
            String from,
            String to,
            BigDecimal amount,
            LocalDate effectiveDate,
            @Nullable String transfer,
            @Nullable String line) {

        private Json json() {
            return Json.object()
                    .put("from", from)
                    .put("to", to)
                    .put("amount", amount.toPlainString())
                    .put("effectiveDate", effectiveDate)
                    .put("transfer", transfer)
                    .put("line", line);
        }
    }

    public Json json() {
        return Json.object()
                .put("version", VERSION)
                .put("account", account)
                .put("no", no)
                .put("rule", rule)
                .put("ref", ref)
                .put("kind", kind)
                .put("businessDate", businessDate)
                .put("effectiveDate", effectiveDate)
                .put("baseChange", baseChange.toPlainString())
                .put("state", state)
                .put("movements", movements.stream().map(Moved::json).toList())
                .put("detail", Json.raw(detail))
                .put("policy", HexFormat.of().formatHex(policy))
                .put("previousHash", HexFormat.of().formatHex(previousHash))
                .put("hash", HexFormat.of().formatHex(hash))
                .put("run", run == null ? null : Long.valueOf(run));
    }
}
