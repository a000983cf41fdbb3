package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.lifecycle.Configuration;
import io.alluse.lifecycle.ConfigureOrder;
import io.alluse.lifecycle.ConfigurePreview;
import io.alluse.lifecycle.PolicyWishes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The policy of a main account or an account: shown, previewed, changed. */
@Command(
        name = "configure",
        description = {
            "Shows the policy in force for a main account or an account, or changes it by overrides.",
            "",
            "Examples:",
            "  alluse account configure A-000042",
            "  alluse account configure A-000042 --overlay conservative --split 25/25/50 --preview",
            "  alluse account configure A-000042-GEN --symbols GEN=TSLA --effective 2026-04-01 --reason \"NVDA is enough\" --yes",
            ""
        },
        footer = {
            "",
            "A changed split moves no money: the preview proposes the transfers. Overrides are kept for ever; a job for an",
            "earlier date goes by what was in force then. Exit 6 where the policy is already so."
        })
final class AccountConfigureCommand extends ActVerb {

    @Parameters(
            paramLabel = "CODE",
            converter = Code.class,
            description = "a main account such as A-000042, or one of its accounts")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Option(names = "--split", paramLabel = "GEN/REV/COM", description = "in percent, such as 25/25/50")
    @Nullable
    private String split;

    @Option(names = "--symbols", paramLabel = "TIER=LIST", description = "what a tier trades, such as GEN=TSLA,NVDA")
    private List<String> symbols = new ArrayList<>();

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "any key of the policy, such as buffer=8")
    private List<String> values = new ArrayList<>();

    @Option(names = "--overlay", paramLabel = "NAME", description = "a risk template or an allocation strategy")
    private List<String> overlays = new ArrayList<>();

    @Option(
            names = "--effective",
            paramLabel = "YYYY-MM-DD",
            description = "in force from then on (default: the business date); not before the last change")
    @Nullable
    private String effective;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why; kept in the history of each account")
    @Nullable
    private String reason;

    @Option(
            names = {"--preview", "-n", "--dry-run"},
            description = "show what would change and change nothing")
    private boolean preview;

    @Override
    boolean isRehearsal() {
        return preview || wishes().isEmpty();
    }

    @Override
    public Integer call() {
        PolicyWishes wishes = wishes();
        Act act = act(reason == null ? "configured" : reason);
        LocalDate from = effective == null ? act.date().date() : date(effective);
        if (!wishes.isEmpty() && reason == null && !preview) {
            throw Fault.usage("account configure asks for --reason TEXT, or --preview");
        }
        try (Database database = database()) {
            Tools tools = tools(database);
            Configuration configuration = new Configuration(tools.session(), book(), tools.audit());
            if (wishes.isEmpty()) {
                ConfigureText.inForce(configuration.inForce(code, from), options(), out());
                return Exit.OK.code();
            }
            return change(configuration, new ConfigureOrder(code, wishes, from, act));
        }
    }

    private PolicyWishes wishes() {
        return new PolicyWishes(overlays, split, symbols, values);
    }

    private static LocalDate date(String text) {
        try {
            return BusinessDay.parse(text).date();
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--effective: " + Fault.reason(e));
        }
    }

    private int change(Configuration configuration, ConfigureOrder order) {
        ConfigurePreview shown = configuration.preview(order);
        shown.warnings().forEach(this::note);
        if (!options().json()) {
            ConfigureText.preview(shown, options(), out());
            out().flush();
        }
        boolean applied = !preview && Confirm.asked("change the policy of " + code + "?", yes());
        if (applied) {
            configuration.apply(order, shown.before());
        }
        if (options().json()) {
            out().println(ConfigureText.json(shown, applied));
        } else if (applied) {
            out().println(
                            options().quiet()
                                    ? shown.after().toString()
                                    : "done: policy " + shown.after().brief() + " from " + shown.effective() + " on, "
                                            + shown.accounts().size() + " accounts");
            next("alluse account configure " + code + " --effective " + shown.effective());
        } else {
            note("nothing was changed");
        }
        return Exit.OK.code();
    }
}
