package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fork.Decisions;
import io.alluse.fork.ScoredDecision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a person decides: under the name of the user of the operating system and of the database, who did not ask. */
abstract class DecisionSayCommand extends ActVerb {

    private static final String EXITS =
            "Exit 4 where you asked for it yourself, 5 where there is no such decision, 6 where it is not open any more.";

    @Parameters(paramLabel = "DECISION", description = "its number, as `decision list` has it")
    private long id;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why, at most 500 characters; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    abstract ScoredDecision say(Decisions decisions, long id, String reason, BusinessDay date, Tools tools);

    @Override
    public Integer call() {
        Act act = act(reason);
        ScoredDecision said;
        try (Database database = database()) {
            Tools tools = tools(database);
            said = say(new Decisions(tools.session()), id, act.reason(), act.date(), tools);
        }
        if (options().json()) {
            out().println(DecisionText.json(said));
        } else if (options().quiet()) {
            out().println(said.id());
        } else {
            out().println("decision " + said.id() + " about " + said.account() + ": " + DecisionText.state(said));
        }
        return Exit.OK.code();
    }

    /** It is to be done. */
    @Command(
            name = "approve",
            description = {
                "Approves a fork: the next sweep carries it out, if the account is still eligible then.",
                "",
                "Examples:",
                "  alluse decision approve 7 --reason \"figures checked by hand\"",
                ""
            },
            footer = {"", EXITS})
    static final class Approve extends DecisionSayCommand {

        @Override
        ScoredDecision say(Decisions decisions, long id, String reason, BusinessDay date, Tools tools) {
            return decisions.approve(id, reason, date, tools.audit());
        }
    }

    /** It is not to be done. */
    @Command(
            name = "reject",
            description = {
                "Rejects a fork: no sweep asks again as long as an approval would have been good.",
                "",
                "Examples:",
                "  alluse decision reject 7 --reason \"markets are too wild\"",
                ""
            },
            footer = {"", EXITS})
    static final class Reject extends DecisionSayCommand {

        @Override
        ScoredDecision say(Decisions decisions, long id, String reason, BusinessDay date, Tools tools) {
            return decisions.reject(id, reason, date, tools.audit());
        }
    }
}
