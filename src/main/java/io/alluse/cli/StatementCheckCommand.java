package io.alluse.cli;

import io.alluse.broker.StatementReading;
import io.alluse.broker.StatementSummary;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What would be made of a broker's file; needs no account and no database. */
@Command(
        name = "check",
        description = {
            "Reads brokers' files and says what each line means, which are rejected and why, and what positions and",
            "cash they come to. Posts nothing; needs no account and no database.",
            "",
            "Examples:",
            "  alluse statement check july.csv",
            "  alluse statement check downloads/*.csv --quiet     only what is wrong",
            "  alluse statement check activity.csv --format firstrade",
            "  alluse statement check july.csv --json",
            ""
        },
        footer = {"", "Exit 3 if lines were rejected. Formats and their columns: `alluse statement formats`."})
final class StatementCheckCommand extends Verb {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "CSV files as brokers export them")
    @SuppressWarnings("NullAway.Init")
    private List<Path> files;

    @Option(
            names = "--format",
            paramLabel = "NAME",
            description = "read them as this format (default: the one that their content shows)")
    @Nullable
    private String format;

    @Override
    public Integer call() {
        try (CheckOutput output = output()) {
            return files.stream()
                    .map(file -> check(file, output))
                    .reduce(Exit.OK, StatementCheckCommand::worse)
                    .code();
        }
    }

    private CheckOutput output() {
        return options().json()
                ? new CheckJson(out())
                : options().quiet() ? new CheckQuietly(err()) : new CheckText(out(), err());
    }

    /** One file that is none does not keep the others from being read. */
    private Exit check(Path file, CheckOutput output) {
        CheckedStatement checked = new CheckedStatement(output);
        output.begin(file.toString());
        try {
            StatementSummary summary = StatementReading.read(file, format, checked);
            checked.compare();
            output.end(summary, checked);
            return summary.clean() ? Exit.OK : Exit.SET_ASIDE;
        } catch (Fault fault) {
            output.fault(Fault.reason(fault));
            err().println("alluse: " + Fault.reason(fault));
            return fault.exit();
        }
    }

    /** What is wrong with a file weighs more than what is wrong with its lines; of two such the first is told. */
    private static Exit worse(Exit one, Exit other) {
        return one == Exit.OK || (one == Exit.SET_ASIDE && other != Exit.OK) ? other : one;
    }
}
