package io.alluse.lifecycle;

import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.csv.CsvFile;
import io.alluse.csv.CsvKind;
import io.alluse.csv.CsvProblem;
import io.alluse.csv.CsvRow;
import io.alluse.fault.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A file of brokerage references: checked row by row and against itself, before anything is asked of the database. */
final class MappingFile {

    /** The columns {@link RequestFile} adds for people are taken back and not read. */
    static final CsvKind KIND = new CsvKind(
            "mapping file",
            "account",
            "write one with `alluse account map --requests --out requests.csv`",
            List.of(MappingRule.CODE, MappingRule.REFERENCE),
            List.of(
                    MappingRule.STATE,
                    "main",
                    "name",
                    "tier",
                    "opening_cash",
                    "requested_on",
                    "current_state",
                    "opened_as"));

    /** What is kept of them while the file is worked on fits in the smallest heap that we are started with. */
    static final int MOST_ROWS = 300_000;

    private final List<MappingLine> lines = new ArrayList<>();
    private final List<CsvProblem> problems = new ArrayList<>();
    private final Map<String, Long> codes = new HashMap<>();
    private final Map<String, Long> references = new HashMap<>();
    private Map<String, Integer> columns = Map.of();
    private long rows;
    private long open;

    private MappingFile() {}

    static MappingFile read(Path path) {
        MappingFile file = new MappingFile();
        new CsvFile(path, KIND).read(file::take, problem -> {
            file.rows++;
            file.problems.add(problem);
        });
        return file;
    }

    private void take(CsvRow row) {
        if (++rows > MOST_ROWS) {
            throw Fault.usage("line " + row.line() + ": more than " + MOST_ROWS + " rows; split the file");
        }
        columns = row.columns();
        if (row.text(MappingRule.REFERENCE).isEmpty()) {
            open++;
            return;
        }
        Optional<CsvProblem> problem = problem(row);
        if (problem.isPresent()) {
            problems.add(problem.get());
        } else {
            lines.add(new MappingLine(
                    row.line(),
                    row.text(MappingRule.CODE),
                    new BrokerageReference(row.text(MappingRule.REFERENCE)),
                    state(row.text(MappingRule.STATE)).orElseThrow()));
        }
    }

    private Optional<CsvProblem> problem(CsvRow row) {
        String code = row.text(MappingRule.CODE);
        String reference = row.text(MappingRule.REFERENCE);
        if (Accounts.mainNumber(code).isEmpty()) {
            return Optional.of(row.problem(MappingRule.CODE, "is not the code of an account such as A-000042-GEN"));
        }
        if (!BrokerageReference.isLegal(reference)) {
            return Optional.of(row.problem(
                    MappingRule.REFERENCE, "is not a brokerage reference (" + BrokerageReference.LEGAL + ")"));
        }
        if (state(row.text(MappingRule.STATE)).isEmpty()) {
            return Optional.of(row.problem(MappingRule.STATE, "is neither opened nor confirmed"));
        }
        return repeated(row, MappingRule.CODE, codes).or(() -> repeated(row, MappingRule.REFERENCE, references));
    }

    private static Optional<CsvProblem> repeated(CsvRow row, String title, Map<String, Long> seen) {
        Long first = seen.putIfAbsent(row.text(title), row.line());
        return first == null ? Optional.empty() : Optional.of(row.problem(title, "is on line " + first + " too"));
    }

    /** A person says opened or confirmed; released has a command of its own. */
    static Optional<Brokerage> state(String word) {
        return switch (word) {
            case "", "confirmed" -> Optional.of(Brokerage.CONFIRMED);
            case "opened" -> Optional.of(Brokerage.OPENED);
            default -> Optional.empty();
        };
    }

    List<MappingLine> lines() {
        return lines;
    }

    List<CsvProblem> problems() {
        return problems;
    }

    CsvProblem problem(MappingLine line, String field, String reason) {
        String value = switch (field) {
            case MappingRule.CODE -> line.code();
            case MappingRule.REFERENCE -> line.reference().text();
            default -> line.state().word();
        };
        return new CsvProblem(line.row(), columns.getOrDefault(field, 1), field, value, reason);
    }

    long rows() {
        return rows;
    }

    /** Rows without a reference: requests that stay open. */
    long open() {
        return open;
    }
}
