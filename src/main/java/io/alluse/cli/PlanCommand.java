package io.alluse.cli;

import io.alluse.capitalization.CapitalPlan;
import io.alluse.capitalization.PlanField;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.policy.CapitalPolicy;
import io.alluse.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a capital plan. */
@Command(
        name = "plan",
        description = {
            "Writes a capital plan: a total spread over main accounts of one size.",
            "",
            "Examples:",
            "  alluse plan --total 10000000                          20 main accounts of 500,000, to the screen",
            "  alluse plan --total 1200000 --out plan.csv            500,000 + 500,000 + 200,000",
            "  alluse plan --total 10000000 --unit 10000000          one main account",
            "  alluse job run initial-capitalization --plan plan.csv",
            ""
        })
final class PlanCommand extends Verb {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,2})?");

    @Option(names = "--total", required = true, paramLabel = "DOLLARS", description = "the capital to spread")
    @SuppressWarnings("NullAway.Init")
    private String total;

    @Option(names = "--unit", paramLabel = "DOLLARS", description = "per main account (default: the policy's)")
    @Nullable
    private String unit;

    @Option(names = "--policy", paramLabel = "NAME", defaultValue = "standard", description = "default: standard")
    @SuppressWarnings("NullAway.Init")
    private String policy;

    @Option(
            names = "--name",
            paramLabel = "PREFIX",
            defaultValue = "Account-",
            description = "names are PREFIX1, PREFIX2, … (default: Account-)")
    @SuppressWarnings("NullAway.Init")
    private String prefix;

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "1",
            description = "number of the first name (default: 1)")
    private long first;

    @Option(names = "--out", paramLabel = "FILE", description = "write to a file instead of the screen")
    @Nullable
    private Path out;

    @Option(names = "--force", description = "overwrite the file")
    private boolean force;

    @Override
    public Integer call() {
        CapitalPolicy limits = book().policy(policy).capital();
        Money size = unit == null ? limits.unit() : amount("--unit", unit);
        List<Money> capitals = CapitalPlan.spread(amount("--total", total), size, limits);
        if (out == null) {
            write(out(), capitals);
            out().flush();
        } else {
            OutputFile.write(out, force, file -> write(file, capitals));
            report(out, capitals);
        }
        return Exit.OK.code();
    }

    private static Money amount(String option, String text) {
        String plain = text.replace("_", "").replace(",", "");
        if (!AMOUNT.matcher(plain).matches()) {
            throw Fault.usage(option + " '" + text + "': is not an amount of dollars such as 500000");
        }
        return Money.of(plain);
    }

    private void write(Appendable target, List<Money> capitals) {
        try {
            CSVPrinter csv = new CSVPrinter(target, CSVFormat.RFC4180);
            csv.printRecord(PlanField.NAME.title(), PlanField.CAPITAL.title(), PlanField.POLICY.title());
            long number = first;
            for (Money capital : capitals) {
                csv.printRecord(prefix + number++, capital, policy);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void report(Path file, List<Money> capitals) {
        Money sum = capitals.stream().reduce(Money.ZERO, Money::plus);
        if (options().json()) {
            out().println(Json.object()
                    .put("file", file.toString())
                    .put("mainAccounts", capitals.size())
                    .put("capital", sum.toString()));
        } else if (options().quiet()) {
            out().println(file);
        } else {
            out().println(file + ": " + capitals.size() + " main accounts, " + sum.readable());
            out().println("next: alluse job run initial-capitalization --plan " + file);
        }
    }
}
