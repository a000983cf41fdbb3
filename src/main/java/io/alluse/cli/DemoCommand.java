package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.run.StopSignal;
import io.alluse.statement.StatementReport;
import io.alluse.text.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Everything at once on sample data: sets up the database and capitalizes a small system of accounts. */
@Command(
        name = "demo",
        description = {
            "Sets everything up and carries out the sample capital plan: a database, seven main accounts, their ledger;",
            "then imports a broker's statement of a quarter for one of them.",
            "Given again, it shows what is there.",
            "",
            "Examples:",
            "  alluse demo",
            "  alluse demo --home /tmp/try",
            ""
        })
final class DemoCommand extends Verb {

    private static final String PLAN = "capital-plan.csv";
    private static final String STATEMENT = "schwab.csv";

    /** What the sample plan calls the brokerage account that the sample statement is of. */
    private static final String BROKERAGE = "DEMO:1061";

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private DateOption date;

    @Override
    boolean setsUp() {
        return true;
    }

    @Override
    public Integer call() {
        int exit = capitalized(sample(PLAN, PLAN));
        if (exit == Exit.OK.code()) {
            imported(sample("statements/" + STATEMENT, STATEMENT));
        }
        if (exit == Exit.OK.code() && !options().json() && !options().quiet()) {
            out().println();
            out().println("next:");
            out().println("  alluse account list                what there is now");
            out().println("  alluse account show A-000001       one main account, with its balances");
            out().println("  alluse account lots A-000007-GEN   what the statement left in its account");
            out().println("  alluse ledger verify               proof that every cent is where the ledger says");
            out().println("  alluse plan --help                 a capital plan of your own");
            out().println("  alluse db stop                     the database keeps running until then; the data stay");
            out().flush();
        }
        return exit;
    }

    private int capitalized(Path plan) {
        try (CapitalizationVerb capitalization = new CapitalizationVerb(this, 2, CapitalizationVerb.Input.file(plan))) {
            Optional<Run> earlier = capitalization.completed(plan);
            if (earlier.isEmpty()) {
                return capitalization.run(plan, date.day(this, false), true);
            }
            told(earlier.get());
            return Exit.OK.code();
        }
    }

    private void told(Run earlier) {
        if (options().json()) {
            out().println(Json.object()
                    .put("run", earlier.id())
                    .put("date", earlier.key().date())
                    .put("outcome", earlier.outcome())
                    .put("alreadyDone", true));
        } else {
            note("the sample plan has been carried out before, by run " + earlier.id() + " of "
                    + earlier.key().date() + "; nothing was posted");
        }
    }

    /** Nothing is posted twice, however often the demo is given. */
    private void imported(Path statement) {
        StatementRunner runner = new StatementRunner(
                this, new StatementRunner.Request(null, date.day(this, false), false, 2), new StopSignal());
        if (runner.completed(statement, BROKERAGE).isEmpty()) {
            StatementReport report = runner.run(statement, BROKERAGE);
            if (!options().json() && !options().quiet()) {
                StatementText.print(out(), STATEMENT, report);
            }
        }
    }

    private Path sample(String resource, String name) {
        Path copy = home().resolve("demo").resolve(name);
        try (InputStream sample = Objects.requireNonNull(
                DemoCommand.class.getResourceAsStream("/sample-data/" + resource),
                "the samples travel with the program")) {
            Files.createDirectories(copy.getParent());
            Files.copy(sample, copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw Fault.environment("cannot write " + copy + ": " + Fault.reason(e), e);
        }
    }
}
