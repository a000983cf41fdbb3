package io.alluse.cli;

import io.alluse.account.AccountState;
import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.lifecycle.StateChanges;
import io.alluse.lifecycle.StateOutcome;
import io.alluse.lifecycle.StateVerb;
import io.alluse.text.Json;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The verbs that change the state of accounts. */
abstract class AccountStateCommand extends ActVerb {

    private static final String EXITS = "Exit 4 where the change is not legal, 6 where it is already so.";

    private final StateVerb verb;

    @Parameters(
            paramLabel = "CODE",
            converter = Code.class,
            description = "an account such as A-000042-GEN, or a main account such as A-000042: all of its accounts,"
                    + " or none")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; kept in the account's history")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say what would change and change nothing")
    private boolean dryRun;

    AccountStateCommand(StateVerb verb) {
        this.verb = verb;
    }

    @Command(
            name = "suspend",
            description = {
                "ACTIVE to SUSPENDED: statements are still imported, no rule acts.",
                "",
                "Examples:",
                "  alluse account suspend A-000042-GEN --reason \"the broker restricts it\"",
                "  alluse account suspend A-000042 --reason \"owner on leave\" --dry-run",
                ""
            },
            footer = {"", EXITS})
    static final class Suspend extends AccountStateCommand {
        Suspend() {
            super(StateVerb.SUSPEND);
        }
    }

    @Command(
            name = "resume",
            description = {
                "SUSPENDED to ACTIVE; also a recovered SAFE account whose brokerage account is confirmed.",
                "",
                "Examples:",
                "  alluse account resume A-000042-GEN --reason \"the restriction is gone\"",
                ""
            },
            footer = {"", EXITS})
    static final class Resume extends AccountStateCommand {
        Resume() {
            super(StateVerb.RESUME);
        }
    }

    @Command(
            name = "close",
            description = {
                "SAFE, ACTIVE or SUSPENDED to CLOSED, for good; only where nothing is left.",
                "",
                "Examples:",
                "  alluse account close A-000042-GEN --reason \"the owner leaves\" --dry-run",
                ""
            },
            footer = {"", EXITS})
    static final class Close extends AccountStateCommand {
        Close() {
            super(StateVerb.CLOSE);
        }
    }

    @Command(
            name = "recover",
            description = {
                "ERROR to SAFE, once a person knows what was wrong.",
                "",
                "Examples:",
                "  alluse account recover A-000042-GEN --reason \"the broker has corrected its line\"",
                ""
            },
            footer = {"", EXITS})
    static final class Recover extends AccountStateCommand {
        Recover() {
            super(StateVerb.RECOVER);
        }
    }

    @Override
    boolean isRehearsal() {
        return dryRun;
    }

    @Override
    public Integer call() {
        Act act = act(reason);
        List<StateOutcome> outcomes;
        try (Database database = database()) {
            Tools tools = tools(database);
            StateChanges changes = new StateChanges(tools.session(), book(), tools.audit());
            outcomes = dryRun ? changes.preview(verb, code, act) : changes.carryOut(verb, code, act);
        }
        answer(outcomes, act);
        return Exit.OK.code();
    }

    private void answer(List<StateOutcome> outcomes, Act act) {
        if (options().json()) {
            out().println(Json.object()
                    .put("schema", "alluse.account-state/1")
                    .put("verb", verb.word())
                    .put("date", act.date())
                    .put("reason", act.reason())
                    .put("dryRun", dryRun)
                    .put(
                            "accounts",
                            outcomes.stream().map(AccountStateCommand::json).toList()));
            return;
        }
        outcomes.forEach(outcome -> out().println(options().quiet() ? outcome.code() : text(outcome)));
        if (!dryRun) {
            next(nextCommand());
        }
    }

    private static Json json(StateOutcome outcome) {
        return Json.object()
                .put("code", outcome.code())
                .put("from", outcome.before())
                .put("to", outcome.after())
                .put("event", outcome.eventNo() == 0 ? null : outcome.eventNo());
    }

    private String text(StateOutcome outcome) {
        if (!outcome.changed()) {
            return outcome.code() + " stays " + outcome.after();
        }
        String event = outcome.eventNo() == 0 ? " (dry run)" : ", event " + outcome.eventNo();
        return outcome.code() + " " + outcome.before() + " -> " + outcome.after() + event;
    }

    private String nextCommand() {
        return switch (verb) {
            case SUSPEND -> "alluse account resume " + code + " --reason TEXT";
            case RESUME -> "alluse account show " + code;
            case CLOSE -> "alluse account map " + code + " --release --reason TEXT";
            case RECOVER -> "alluse account resume " + code + " --reason TEXT, which makes it " + AccountState.ACTIVE;
        };
    }
}
