package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.consolidation.Consolidations;
import io.alluse.consolidation.Recommendation;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person makes of a recommendation: one who did not ask for it. */
abstract class ConsolidationSayCommand extends ActVerb {

    private static final String EXITS =
            "Exit 4 where you asked for it yourself, 5 where there is none, 6 where it is not open any more.";

    @Parameters(paramLabel = "NO", description = "its number, as `consolidation list` has it")
    private long id;

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    abstract Recommendation say(Consolidations consolidations, long id, Act act, Tools tools);

    @Override
    public Integer call() {
        Act act = act(reason);
        Recommendation said;
        try (Database database = database()) {
            Tools tools = tools(database);
            said = say(new Consolidations(tools.session(), book()), id, act, tools);
        }
        if (options().json()) {
            out().println(ConsolidationText.json(said));
        } else if (options().quiet()) {
            out().println(said.id());
        } else {
            out().println(ConsolidationText.line(said));
            if (said.state() == Recommendation.State.APPROVED) {
                next("alluse consolidation execute " + id + " --reason TEXT");
            }
        }
        return Exit.OK.code();
    }

    /** It is to be done. */
    @Command(
            name = "approve",
            description = {
                "Approves a recommendation, so that it may be executed until it expires.",
                "",
                "Examples:",
                "  alluse consolidation approve 7 --reason \"figures checked by hand\"",
                ""
            },
            footer = {"", EXITS})
    static final class Approve extends ConsolidationSayCommand {

        @Override
        Recommendation say(Consolidations consolidations, long id, Act act, Tools tools) {
            return consolidations.approve(id, act, tools.audit());
        }
    }

    /** It is not to be done. */
    @Command(
            name = "reject",
            description = {
                "Rejects a recommendation: no assessment asks again until as many days have been closed as one needs.",
                "",
                "Examples:",
                "  alluse consolidation reject 7 --reason \"the account is being changed\"",
                ""
            },
            footer = {"", EXITS})
    static final class Reject extends ConsolidationSayCommand {

        @Override
        Recommendation say(Consolidations consolidations, long id, Act act, Tools tools) {
            return consolidations.reject(id, act, tools.audit());
        }
    }
}
