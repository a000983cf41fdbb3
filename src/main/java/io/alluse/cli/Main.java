package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code alluse}. */
@Command(
        name = "alluse",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        scope = CommandLine.ScopeType.INHERIT,
        synopsisSubcommandLabel = "NOUN VERB",
        description = "Runs the account side of the ALL-USE method: capital, ledger, forks and merges.",
        subcommands = {
            AccountCommand.class,
            AlertCommand.class,
            BenchCommand.class,
            BreakCommand.class,
            CompletionCommand.class,
            ConsolidationCommand.class,
            DbCommand.class,
            DecisionCommand.class,
            DemoCommand.class,
            DoctorCommand.class,
            EventCommand.class,
            ForkCommand.class,
            IntentCommand.class,
            JobCommand.class,
            LedgerCommand.class,
            MergeCommand.class,
            NotificationCommand.class,
            PlanCommand.class,
            PolicyCommand.class,
            PriceCommand.class,
            ScheduleCommand.class,
            ServeCommand.class,
            SetAsideCommand.class,
            StatementCommand.class,
            SuspenseCommand.class,
            TaxCommand.class,
            TransferCommand.class,
            VaultCommand.class,
            HelpCommand.class
        })
public final class Main implements Runnable {

    /** As a shell tells of other programs that had written to such a pipe: 128 and the number of SIGPIPE. */
    static final int READER_GONE = 141;

    private static final int NARROWEST_HELP = 60;
    private static final int WIDEST_HELP = 100;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init")
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        CommandLine line = commandLine();
        if (System.getenv(Verb.CLOCK_OFFSET) != null) {
            line.getErr()
                    .println("alluse: the clock of this process is off by " + System.getenv(Verb.CLOCK_OFFSET) + " ("
                            + Verb.CLOCK_OFFSET + "); that is for rehearsals only");
        }
        int code = line.execute(args);
        line.getOut().flush();
        // A full disk below standard output throws nothing: without this a cut answer would look like a whole one.
        if (System.out.checkError()) {
            if (Terminal.outputIsPipe()) {
                return code == Exit.OK.code() ? READER_GONE : code;
            }
            line.getErr().println("alluse: the answer could not be written to the end; is the disk full?");
            return code == Exit.OK.code() ? Exit.FAILED.code() : code;
        }
        return code;
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
        line.setColorScheme(
                CommandLine.Help.defaultColorScheme(Terminal.colours(System.getenv(), Terminal.isOutput())));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(Main::onWrongWords);
        line.setExecutionExceptionHandler(Main::onFault);
        line.setExitCodeExceptionMapper(
                thrown -> thrown instanceof Fault fault ? fault.exit().code() : ExitCode.SOFTWARE);
        // not the automatic width, for which a process is started
        line.setUsageHelpWidth(Math.clamp(Terminal.width(), NARROWEST_HELP, WIDEST_HELP));
        return line;
    }

    /** A noun without a verb shows its help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int onWrongWords(ParameterException wrong, String[] args) {
        CommandLine line = wrong.getCommandLine();
        List<String> near =
                wrong instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = near.isEmpty()
                ? "see `" + line.getCommandSpec().qualifiedName() + " --help`"
                : "did you mean `" + near.getFirst() + "`?";
        line.getErr().println("alluse: " + Fault.reason(wrong) + "; " + hint);
        return Exit.USAGE.code();
    }

    private static int onFault(Exception thrown, CommandLine line, ParseResult parsed) {
        if (thrown instanceof NobodyReads) {
            return Exit.OK.code();
        }
        line.getErr().println("alluse: " + Fault.reason(thrown));
        if (Arrays.asList(parsed.originalArgs().toArray()).contains("--debug")) {
            thrown.printStackTrace(line.getErr());
        } else if (!(thrown instanceof Fault)) {
            line.getErr()
                    .println(
                            "alluse: this is not an error of yours; run it again with --debug to see where it happened");
        }
        return thrown instanceof Fault fault ? fault.exit().code() : Exit.FAILED.code();
    }
}
