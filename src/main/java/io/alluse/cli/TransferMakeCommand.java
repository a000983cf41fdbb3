package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.funding.Transfer;
import io.alluse.funding.Transfers;
import io.alluse.money.Money;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A transfer that nobody has proposed. */
@Command(
        name = "make",
        description = {
            "Moves free cash between two accounts of one main account.",
            "",
            "Examples:",
            "  alluse transfer make A-000042-REV A-000042-GEN 25000 --reason \"more for the generator\"",
            ""
        },
        footer = {
            "",
            "Both sides are posted at once and announced: the broker's lines settle them. Exit 4 where it may not be:",
            "too little free cash, COM as sender, an account that is not ACTIVE or has an open break."
        })
final class TransferMakeCommand extends TransferVerb {

    @Parameters(
            index = "0",
            paramLabel = "FROM",
            converter = Code.class,
            description = "the account that sends, such as A-000042-REV")
    @SuppressWarnings("NullAway.Init")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", converter = Code.class, description = "the account that receives")
    @SuppressWarnings("NullAway.Init")
    private String to;

    @Parameters(index = "2", paramLabel = "AMOUNT", description = "dollars and cents, such as 25000 or 25000.50")
    @SuppressWarnings("NullAway.Init")
    private String amount;

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "why; kept in the history of both accounts")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        Act act = act(reason);
        Money money = money("AMOUNT", amount);
        Transfer made;
        try (Database database = database()) {
            Tools tools = tools(database);
            made = new Transfers(tools.session(), book()).make(from, to, money, act, tools.audit());
        }
        answer(made);
        return Exit.OK.code();
    }

    static Money money(String what, String text) {
        try {
            return Money.of(text);
        } catch (ArithmeticException | NumberFormatException e) {
            throw Fault.usage(what + " " + text + ": is not an amount such as 25000 or 25000.50", e);
        }
    }
}
