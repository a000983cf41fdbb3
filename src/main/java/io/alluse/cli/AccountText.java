package io.alluse.cli;

import io.alluse.ledger.LedgerAccount;
import io.alluse.report.AccountLine;
import io.alluse.report.HistoryLine;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a program reads about an account. */
final class AccountText {

    private AccountText() {}

    /** Money as text, so that no reader rounds it. Equity is net worth at cost until prices are known. */
    static Json json(AccountLine line) {
        Json json = Json.object()
                .put("code", line.code())
                .put("main", line.main().code())
                .put("mainName", line.main().name())
                .put("tier", line.tier())
                .put("state", line.state())
                .put("parent", line.parent())
                .put("policy", line.main().policy())
                .put("openedOn", line.openedOn())
                .put("base", line.base());
        for (LedgerAccount account : LedgerAccount.values()) {
            json.put(camel(account), line.balance(account));
        }
        return json.put("netWorth", line.netWorth())
                .put("surplus", line.surplus())
                .put("equity", line.netWorth())
                .put("mapping", line.main().mapping())
                .put("brokerage", brokerage(line))
                .put("lastEvent", line.lastNo());
    }

    private static @Nullable Json brokerage(AccountLine line) {
        return line.brokerageState() == null
                ? null
                : Json.object().put("state", line.brokerageState()).put("reference", line.brokerageReference());
    }

    /** {@code allocatedContracts}. */
    private static String camel(LedgerAccount account) {
        StringBuilder word = new StringBuilder();
        for (String part : account.column().split("_")) {
            word.append(word.isEmpty() ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
        }
        return word.toString();
    }

    static Json json(HistoryLine event) {
        List<Json> movements = new ArrayList<>();
        for (HistoryLine.Moved moved : event.movements()) {
            movements.add(Json.object()
                    .put("from", moved.from())
                    .put("to", moved.to())
                    .put("amount", moved.amount())
                    .put("effectiveDate", moved.effectiveDate())
                    .put("transfer", moved.transfer())
                    .put("line", moved.line()));
        }
        return Json.object()
                .put("no", event.no())
                .put("businessDate", event.businessDate())
                .put("effectiveDate", event.effectiveDate())
                .put("rule", event.rule())
                .put("ref", event.ref())
                .put("kind", event.kind())
                .put("state", event.state())
                .put("baseChange", event.baseChange())
                .put("movements", movements)
                .put("detail", Json.raw(event.detail()))
                .put("policyHash", event.policyHash())
                .put("hash", event.hash())
                .put("run", event.runId());
    }
}
