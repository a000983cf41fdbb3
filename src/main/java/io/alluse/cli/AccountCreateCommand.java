package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.PlanField;
import io.alluse.capitalization.PlanRefused;
import io.alluse.csv.CsvProblem;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Opens one main account: a capital plan of one row, carried out by the capitalization job. */
@Command(
        name = "create",
        description = {
            "Opens one main account with its GEN, REV and COM accounts; this is how the system grows.",
            "",
            "Examples:",
            "  alluse account create --name Account-2                  500,000 at the standard split",
            "  alluse account create --name Family --capital 1000000 --split 25/35/40 --dry-run",
            "  alluse account create --name Lake --gen-reference IBKR:U1 --rev-reference IBKR:U2 --com-reference IBKR:U3",
            ""
        })
final class AccountCreateCommand extends Verb {

    @Option(names = "--name", paramLabel = "NAME", required = true, description = "unique; what you call it")
    @SuppressWarnings("NullAway.Init")
    private String name;

    @Option(
            names = "--capital",
            paramLabel = "DOLLARS",
            description = "default: what the policy says, 500,000 for standard")
    @Nullable
    private String capital;

    @Option(names = "--policy", paramLabel = "NAME", defaultValue = "standard", description = "default: standard")
    @SuppressWarnings("NullAway.Init")
    private String policy;

    @Option(
            names = "--mapping",
            paramLabel = "MAPPING",
            description = "per-account or per-main (default: the policy's)")
    @Nullable
    private String mapping;

    @Option(names = "--split", paramLabel = "GEN/REV/COM", description = "in percent (default: the policy's)")
    @Nullable
    private String split;

    @Option(
            names = "--overlay",
            paramLabel = "NAME",
            description = "a risk template or allocation strategy; may be repeated")
    private List<String> overlays = new ArrayList<>();

    @Option(names = "--main-reference", paramLabel = "REF", description = "brokerage account, for mapping per-main")
    @Nullable
    private String mainReference;

    @Option(names = "--gen-reference", paramLabel = "REF", description = "brokerage account of GEN")
    @Nullable
    private String genReference;

    @Option(names = "--rev-reference", paramLabel = "REF", description = "brokerage account of REV")
    @Nullable
    private String revReference;

    @Option(names = "--com-reference", paramLabel = "REF", description = "brokerage account of COM")
    @Nullable
    private String comReference;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    @Option(
            names = {"-n", "--dry-run"},
            description = "show what would be opened, write nothing")
    private boolean dryRun;

    @Override
    boolean setsUp() {
        return true;
    }

    @Override
    public Integer call() {
        BusinessDay day = date.day(this, dryRun);
        Path plan = written();
        try (CapitalizationVerb run = new CapitalizationVerb(this, 1, new Options())) {
            run.completed(plan).ifPresent(earlier -> {
                throw Fault.conflict("main account '" + name + "' has been opened with these options before, by run "
                        + earlier.id() + " of " + earlier.key().date() + "; nothing was posted");
            });
            return dryRun ? run.preview(plan, day, true) : run.run(plan, day, true);
        } finally {
            delete(plan);
        }
    }

    /** A person who gave options is told of options. */
    private static final class Options implements CapitalizationVerb.Input {

        @Override
        public String problem(CsvProblem problem) {
            String option = problem.field().equals(PlanField.OVERLAYS.title()) ? "overlay" : problem.field();
            return "--" + option.replace('_', '-') + " '" + problem.value() + "': " + problem.reason();
        }

        @Override
        public String refused(PlanRefused refused) {
            return "account create: nothing was written";
        }
    }

    private Map<PlanField, String> row() {
        Map<PlanField, String> row = new EnumMap<>(PlanField.class);
        row.put(PlanField.NAME, name);
        row.put(
                PlanField.CAPITAL,
                capital == null ? book().policy(policy).capital().byDefault().toString() : capital);
        row.put(PlanField.POLICY, policy);
        row.put(PlanField.OVERLAYS, String.join("+", overlays));
        putIfGiven(row, PlanField.MAPPING, mapping);
        putIfGiven(row, PlanField.SPLIT, split);
        putIfGiven(row, PlanField.MAIN_REFERENCE, mainReference);
        putIfGiven(row, PlanField.GEN_REFERENCE, genReference);
        putIfGiven(row, PlanField.REV_REFERENCE, revReference);
        putIfGiven(row, PlanField.COM_REFERENCE, comReference);
        return row;
    }

    private static void putIfGiven(Map<PlanField, String> row, PlanField field, @Nullable String text) {
        if (text != null) {
            row.put(field, text);
        }
    }

    private Path written() {
        Map<PlanField, String> row = row();
        try {
            Path plan = Files.createTempDirectory("alluse").resolve("account-create.csv");
            try (CSVPrinter csv =
                    new CSVPrinter(Files.newBufferedWriter(plan, StandardCharsets.UTF_8), CSVFormat.RFC4180)) {
                csv.printRecord(row.keySet().stream().map(PlanField::title).toList());
                csv.printRecord(row.values());
            }
            return plan;
        } catch (IOException e) {
            throw Fault.of(Exit.FAILED, "cannot write a temporary plan: " + Fault.reason(e), e);
        }
    }

    private static void delete(Path plan) {
        try {
            Files.deleteIfExists(plan);
            Files.deleteIfExists(Objects.requireNonNull(plan.getParent()));
        } catch (IOException e) {
            throw Fault.of(Exit.FAILED, "cannot delete " + plan + ": " + Fault.reason(e), e);
        }
    }
}
