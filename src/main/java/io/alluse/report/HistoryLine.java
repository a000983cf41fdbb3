package io.alluse.report;

import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An event of an account with the movements it made. */
public record HistoryLine(
        int no,
        LocalDate businessDate,
        LocalDate effectiveDate,
        String rule,
        String ref,
        String kind,
        @Nullable String state,
        Money baseChange,
        List<Moved> movements,
        String detail,
        String policyHash,
        String hash,
        @Nullable Long runId) {

    /** Money that left one ledger account for another. */
    public record Moved(
            String from,
            String to,
            Money amount,
            LocalDate effectiveDate,
            @Nullable String transfer,
            @Nullable String line) {}

    public HistoryLine {
        movements = List.copyOf(movements);
    }

    HistoryLine with(List<Moved> made) {
        return new HistoryLine(
                no,
                businessDate,
                effectiveDate,
                rule,
                ref,
                kind,
                state,
                baseChange,
                made,
                detail,
                policyHash,
                hash,
                runId);
    }
}
