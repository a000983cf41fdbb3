package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.funding.Resolved;
import io.alluse.funding.Suspense;
import io.alluse.funding.SuspenseAs;
import io.alluse.ledger.Movement;
import io.alluse.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person says what money in SUSPENSE was. */
@Command(
        name = "resolve",
        description = {
            "Says what money was that has left an account which allows no withdrawals, and posts it as that.",
            "",
            "Examples:",
            "  alluse suspense resolve A-000042-COM --as owner-withdrawal --reason \"letter of 3 March\"",
            "  alluse suspense resolve A-000042-COM --as returned --reason \"sent by mistake\" --dry-run",
            "  alluse suspense resolve A-000042-COM --as tax-payment --amount 1200 --reason \"second quarter\"",
            ""
        },
        footer = {
            "",
            "The account stays SUSPENDED until it is resumed. Exit 6 where nothing is in SUSPENSE. See docs/funding.md."
        })
final class SuspenseResolveCommand extends ActVerb {

    @Parameters(paramLabel = "CODE", converter = Code.class, description = "the account, as `suspense list` has it")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--as",
            required = true,
            paramLabel = "WHAT",
            description = "owner-withdrawal, returned or tax-payment")
    @SuppressWarnings("NullAway.Init")
    private String what;

    @Option(names = "--amount", paramLabel = "AMOUNT", description = "only so much of it (default: all of it)")
    @Nullable
    private String amount;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; kept in the account's history")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say what would be posted and post nothing")
    private boolean dryRun;

    @Override
    boolean isRehearsal() {
        return dryRun;
    }

    @Override
    public Integer call() {
        Act act = act(reason);
        Suspense.Wish wish =
                new Suspense.Wish(code, as(), amount == null ? null : TransferMakeCommand.money("--amount", amount));
        Resolved resolved;
        try (Database database = database()) {
            Tools tools = tools(database);
            Suspense suspense = new Suspense(tools.session(), book());
            resolved = dryRun ? suspense.preview(wish, act) : suspense.resolve(wish, act, tools.audit());
        }
        answer(resolved);
        return Exit.OK.code();
    }

    private SuspenseAs as() {
        return Choice.of("--as", what, SuspenseAs.values(), SuspenseAs::word);
    }

    private void answer(Resolved resolved) {
        if (options().json()) {
            out().println(json(resolved));
        } else if (options().quiet()) {
            out().println(resolved.code());
        } else {
            out().println(resolved.code() + ": " + resolved.amount().readable() + " " + resolved.meaning()
                    + (dryRun ? " (dry run)" : ", event " + resolved.event()));
            resolved.movements()
                    .forEach(movement -> out().println("  " + movement.from() + " → " + movement.to() + "  "
                            + movement.amount().readable()));
            next(resolved);
        }
    }

    private void next(Resolved resolved) {
        if (!dryRun) {
            next(
                    resolved.left().isZero()
                            ? "alluse account resume " + code + " --reason TEXT"
                            : "alluse suspense resolve " + code + " for the other "
                                    + resolved.left().readable());
        }
    }

    private Json json(Resolved resolved) {
        return Json.object()
                .put("schema", "alluse.suspense/1")
                .put("account", resolved.code())
                .put("as", as().word())
                .put("amount", resolved.amount())
                .put("left", resolved.left())
                .put("meaning", resolved.meaning())
                .put("dryRun", dryRun)
                .put("event", resolved.event() == 0 ? null : resolved.event())
                .put(
                        "movements",
                        resolved.movements().stream()
                                .map(SuspenseResolveCommand::json)
                                .toList());
    }

    private static Json json(Movement movement) {
        return Json.object()
                .put("from", movement.from())
                .put("to", movement.to())
                .put("amount", movement.amount())
                .put("effectiveDate", movement.effective());
    }
}
