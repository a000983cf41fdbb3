package io.alluse.cli;

import io.alluse.ledger.Movement;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.DryRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/** The decisions of a dry run as CSV: a row per movement, one row for an account of which nothing moves. */
final class DryRunFile {

    private final CSVPrinter csv;

    private DryRunFile(CSVPrinter csv) {
        this.csv = csv;
    }

    static DryRunFile begin(Writer writer) {
        try {
            CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
            csv.printRecord(
                    "account",
                    "tier",
                    "state",
                    "policy",
                    "outcome",
                    "reason",
                    "short_by",
                    "seq",
                    "from",
                    "to",
                    "amount",
                    "effective_date",
                    "detail");
            return new DryRunFile(csv);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void line(DryRun.Line line) {
        switch (line.decision()) {
            case Decision.Post post -> posted(line, post);
            case Decision.Candidate candidate -> {
                posted(line, candidate.post());
                candidate.intent().elsewhere().forEach(elsewhere -> elsewhere(line, elsewhere));
            }
            case Decision.Wait wait -> row(line, wait.shortBy().isPositive() ? wait.shortBy() : "", null, 0, "");
            case Decision.Nothing _, Decision.Review _, Decision.NotEligible _, Decision.SetAside _ ->
                row(line, "", null, 0, "");
        }
    }

    /** The detail is the event's, so it is in the row of its first movement only. */
    private void posted(DryRun.Line line, Decision.Post post) {
        if (post.movements().isEmpty()) {
            row(line, "", null, 0, post.detail());
        }
        int seq = 0;
        for (Movement movement : post.movements()) {
            seq++;
            row(line, "", movement, seq, seq == 1 ? post.detail() : "");
        }
    }

    private void elsewhere(DryRun.Line line, Decision.Elsewhere elsewhere) {
        AccountView view = line.view();
        List<Object> account = List.of(
                elsewhere.code(),
                elsewhere.tier(),
                "",
                view == null ? "" : view.policy().name(),
                line.outcome(),
                elsewhere.reason());
        int seq = 0;
        for (Movement movement : elsewhere.movements()) {
            row(account, "", movement, ++seq, "");
        }
    }

    private void row(DryRun.Line line, Object shortBy, @Nullable Movement movement, int seq, Object detail) {
        AccountView view = line.view();
        List<Object> account = List.of(
                line.code(),
                view == null ? "" : view.tier(),
                view == null ? "" : view.head().state(),
                view == null ? "" : view.policy().name(),
                line.outcome(),
                line.reason());
        row(account, shortBy, movement, seq, detail);
    }

    private void row(List<Object> account, Object shortBy, @Nullable Movement movement, int seq, Object detail) {
        List<Object> row = new ArrayList<>(account);
        Collections.addAll(
                row,
                shortBy,
                movement == null ? "" : seq,
                movement == null ? "" : movement.from(),
                movement == null ? "" : movement.to(),
                movement == null ? "" : movement.amount(),
                movement == null ? "" : movement.effective(),
                detail);
        try {
            csv.printRecord(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
