package io.alluse.bench;

import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the mutants, and what went wrong. */
public final class FuzzReport {

    private static final int MOST_TOLD = 50;

    private final FuzzBench.Size size;
    private final Phase reading = new Phase();
    private final Phase importing = new Phase();
    private final List<String> failures = new ArrayList<>();
    private long failed;

    FuzzReport(FuzzBench.Size size) {
        this.size = size;
    }

    /** Mutants of one kind of use by what became of them. */
    static final class Phase {

        private final Map<MutantOutcome, Long> mutants = new EnumMap<>(MutantOutcome.class);
        private long slowestMillis;

        void add(MutantOutcome outcome, long millis) {
            mutants.merge(outcome, 1L, Long::sum);
            slowestMillis = Math.max(slowestMillis, millis);
        }

        private Json json() {
            Json json = Json.object();
            mutants.forEach((outcome, count) -> json.put(outcome.words(), count));
            return json.put("slowestMillis", slowestMillis);
        }
    }

    Phase reading() {
        return reading;
    }

    Phase importing() {
        return importing;
    }

    /** The first ones are told, all are counted. */
    void failure(String what) {
        failed++;
        if (failures.size() < MOST_TOLD) {
            failures.add(what);
        }
    }

    public boolean isGood() {
        return failed == 0;
    }

    public Json json() {
        return Json.object()
                .put("bench", "fuzz")
                .put("mutants", size.mutants())
                .put("imports", size.imports())
                .put("seed", size.seed())
                .put("good", isGood())
                .put("read", reading.json())
                .put("imported", importing.json())
                .put("failed", failed)
                .put("failures", failures);
    }

    public String text() {
        TextTable table = TextTable.of("MUTANTS", ">READ", ">IMPORTED");
        for (MutantOutcome outcome : MutantOutcome.values()) {
            table.row(
                    outcome.words(),
                    reading.mutants.getOrDefault(outcome, 0L),
                    importing.mutants.getOrDefault(outcome, 0L));
        }
        table.row("slowest, ms", reading.slowestMillis, importing.slowestMillis);
        String head = String.format(
                Locale.ROOT, "%,d mutants read, %,d imported, seed %d%n", size.mutants(), size.imports(), size.seed());
        return head + table + verdict() + "\n";
    }

    private String verdict() {
        return isGood()
                ? "no mutant did any harm: lines, ledger and lots add up"
                : String.join("\n", failures) + "\n" + failed + (failed == 1 ? " failure" : " failures")
                        + "; one mutant again: alluse bench fuzz --mutants 1 --imports 0 --seed MUTANT";
    }
}
