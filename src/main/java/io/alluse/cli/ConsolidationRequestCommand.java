package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.consolidation.Consolidations;
import io.alluse.consolidation.Recommendation;
import io.alluse.consolidation.Wish;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A person asks for an account to be consolidated. */
@Command(
        name = "request",
        description = {
            "Asks for an account, or a part of it, to move into another one of its main account.",
            "",
            "Examples:",
            "  alluse consolidation request A-000042-GEN-1-GEN --reason \"too small to bother\"",
            "  alluse consolidation request A-000042-GEN-1-GEN --to A-000042-COM --reason \"less to watch\"",
            "  alluse consolidation request A-000042-GEN --amount 10000 --to A-000042-COM --reason idle",
            "  alluse consolidation request A-000042-GEN-1-GEN --position TSLA --reason \"GEN keeps no shares\"",
            "  alluse consolidation request A-000042-GEN-1-GEN --to-new --reason \"the broker changes\"",
            ""
        },
        footer = {
            "",
            "It becomes a recommendation like those of consolidation-assessment; another user has to approve it.",
            "Exit 4 where nothing can be recommended, 5 where there is no such account, 6 where a recommendation stands."
        })
final class ConsolidationRequestCommand extends ActVerb {

    @Parameters(paramLabel = "ACCOUNT", converter = Code.class, description = "an account such as A-000042-GEN-1-GEN")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(
            names = "--to",
            paramLabel = "ACCOUNT",
            converter = Code.class,
            description = "where it is to go (default: as the rule finds)")
    @Nullable
    private String target;

    @Option(names = "--to-new", description = "an account is to be opened for it")
    private boolean anew;

    @Option(names = "--amount", paramLabel = "USD", description = "only so much of its free cash")
    @Nullable
    private String amount;

    @Option(
            names = "--position",
            paramLabel = "INSTRUMENT",
            description = "only what it holds of this, such as AAPL; may be given several times")
    private List<String> positions = List.of();

    @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "why; kept in the audit")
    @SuppressWarnings("NullAway.Init")
    private String reason;

    @Override
    public Integer call() {
        Act act = act(reason);
        Wish wish = new Wish(
                target,
                anew,
                amount(),
                positions.stream().map(ConsolidationRequestCommand::canonical).toList());
        Recommendation asked;
        try (Database database = database()) {
            Tools tools = tools(database);
            asked = new Consolidations(tools.session(), book()).request(code, wish, act, tools.audit());
        }
        if (options().json()) {
            out().println(ConsolidationText.json(asked));
        } else if (options().quiet()) {
            out().println(asked.id());
        } else {
            ConsolidationText.print(out(), asked);
            next("another user: alluse consolidation approve " + asked.id() + " --reason TEXT");
        }
        return Exit.OK.code();
    }

    private @Nullable Money amount() {
        try {
            return amount == null ? null : Money.of(amount);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--amount " + amount + ": expected dollars and cents such as 12500.00", e);
        }
    }

    private static String canonical(String position) {
        try {
            return Instrument.parse(position).canonical();
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--position " + Fault.reason(e), e);
        }
    }
}
