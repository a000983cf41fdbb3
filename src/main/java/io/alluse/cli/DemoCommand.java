package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountReports;
import io.alluse.text.Json;
import java.util.List;
import picocli.CommandLine.Command;

/** The story of a quarter on sample data: the first thing that a stranger sees. */
@Command(
        name = "demo",
        description = {
            "Lives through a quarter on sample data: capitalizes three main accounts under the three policies, imports their",
            "brokers' statements, runs the jobs of every night and week on a clock of its own, kills one and relaunches it,",
            "forks an account, and ends with the tree of accounts, control totals and the proof of the ledger.",
            "It wants a database without other accounts. Given again, it shows what there is.",
            "",
            "Examples:",
            "  alluse demo",
            "  alluse demo --home /tmp/try",
            ""
        })
final class DemoCommand extends Verb {

    private static final String FOLDER = "demo";

    @Override
    boolean setsUp() {
        return true;
    }

    @Override
    public Integer call() {
        DemoClock clock = new DemoClock(systemClock());
        goBy(clock);
        try (DemoHouse house = new DemoHouse(this)) {
            DemoBroker broker = new DemoBroker(home().resolve(FOLDER));
            DemoQuarter quarter = new DemoQuarter(this, clock, house, broker);
            refuseOtherAccounts(house, broker);
            boolean told = quarter.isTold();
            if (told) {
                note("the story has been told before; nothing was posted");
            } else {
                quarter.tell();
            }
            quarter.end();
            answer(told);
        }
        return Exit.OK.code();
    }

    /** The story closes weeks and quarters, which would be closed for everybody. */
    private void refuseOtherAccounts(DemoHouse house, DemoBroker broker) {
        int known = house.isCapitalized(broker.plan()) ? DemoBroker.MAINS : 0;
        List<AccountLine> mains = new AccountReports(house.context().session()).tree(null, null, known + 1);
        if (mains.stream().map(line -> line.main().code()).distinct().count() > known) {
            throw Fault.conflict(
                    "this database has accounts of its own, and the demo closes weeks and a quarter for all;"
                            + " give it another one: `alluse demo --home DIR`");
        }
    }

    private void answer(boolean told) {
        if (options().json()) {
            out().println(Json.object()
                    .put("schema", "alluse.demo/1")
                    .put("told", !told)
                    .put("home", home()));
            return;
        }
        if (!options().quiet()) {
            out().println();
            out().println("next:");
            out().println("  alluse account history A-000001-GEN   every event of an account, with its movements");
            out().println("  alluse account lots A-000001-COM      what it holds, purchase by purchase");
            out().println("  alluse job status                     the runs of the story");
            out().println("  alluse plan --help                    a capital plan of your own (in another --home)");
            out().println(
                            "  alluse db stop                        the database keeps running until then; the data stay");
        }
        out().flush();
    }
}
