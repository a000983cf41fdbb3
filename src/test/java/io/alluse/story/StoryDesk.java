package io.alluse.story;

import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.allocation.PeriodJob;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Fault;
import io.alluse.fork.ForkJob;
import io.alluse.funding.FundingJob;
import io.alluse.ledger.Period;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.lifecycle.Configuration;
import io.alluse.lifecycle.ConfigureOrder;
import io.alluse.lifecycle.StateChanges;
import io.alluse.merge.MergeJob;
import io.alluse.ordering.OrderIntentsJob;
import io.alluse.policy.PolicyBook;
import io.alluse.price.PriceImport;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import io.alluse.statement.StatementImport;
import io.alluse.statement.StatementReport;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepJob;
import io.alluse.tax.TaxAndBufferJob;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The real jobs on a database of one's own, told what to do in the words of a story. */
final class StoryDesk implements AutoCloseable {

    private static final int THREADS = 2;
    private static final PolicyBook BOOK = PolicyBook.shipped();
    private static final Owner OWNER =
            new Owner("story", ProcessHandle.current().pid(), "story");

    /** The account jobs that a story can run. */
    private final CapitalizedDatabase database;

    private final JobContext jobs;
    private final Runs runs;
    private final Audit audit;
    private final StoryRows rows;

    private StoryDesk(CapitalizedDatabase database) {
        TestDatabase test = database.test();
        this.database = database;
        this.jobs = JobContext.start(test.database(), THREADS);
        this.runs = new Runs(jobs.session(), test.program(), CapitalizedDatabase.CLOCK);
        this.audit = Audit.of(jobs.dataSource(), AuditContext.of(List.of("story"), null, CapitalizedDatabase.CLOCK));
        this.rows = new StoryRows(Session.of(test.owner()));
    }

    static StoryDesk begin(Step.Open first) {
        return new StoryDesk(CapitalizedDatabase.of(plan(first)));
    }

    void open(Step.Open step) {
        database.capitalize(plan(step), BusinessDay.of(step.on()));
    }

    private static String plan(Step.Open step) {
        return Step.Open.COLUMNS + "\n" + String.join("\n", step.rows()) + "\n";
    }

    StoryRows rows() {
        return rows;
    }

    void prices(Step.Prices step) {
        withFile(
                "symbol,date,close\n",
                step.rows(),
                file -> new PriceImport(jobs.session(), audit)
                        .load(new PriceImport.Order(file, null, CapitalizedDatabase.OPENING_DAY, false)));
    }

    /** Newest first, as the broker writes it; what becomes of its lines, in the words of a story. */
    String statement(Step.Statement step) {
        StringBuilder said = new StringBuilder();
        withFile(StatementRow.header(step.whose()), step.rows().reversed(), file -> {
            StatementReport report = new StatementImport(jobs.session(), jobs.batch(), runs, BOOK, audit)
                    .run(new StatementImport.Order(
                            file,
                            null,
                            rows.code(step.whose()),
                            BusinessDay.of(step.imported()),
                            false,
                            THREADS,
                            OWNER,
                            new StopSignal()));
            said.append(counts(report));
        });
        return said.toString();
    }

    /** Title and header are ignored in every file and in none of the stories. */
    private static String counts(StatementReport report) {
        long ignored = report.counts().ignored() - 2;
        return report.counts().posted() + " posted"
                + (report.counts().duplicate() == 0
                        ? ""
                        : ", " + report.counts().duplicate() + " duplicate")
                + (ignored <= 0 ? "" : ", " + ignored + " ignored")
                + (report.counts().rejected() == 0
                        ? ""
                        : ", rejected: " + report.rejected().getFirst().reason());
    }

    void configure(Step.Configure step) {
        Configuration configuration = new Configuration(jobs.session(), BOOK, audit);
        ConfigureOrder order = new ConfigureOrder(
                rows.code(step.whose()), step.wishes(), step.from(), act(BusinessDay.of(step.from())));
        configuration.apply(order, configuration.preview(order).before());
    }

    void change(Step.Change step) {
        new StateChanges(jobs.session(), BOOK, audit)
                .carryOut(step.verb(), rows.code(step.whose()), act(BusinessDay.of(step.on())));
    }

    /** By a reference that is like its code. */
    void confirm(Step.Confirm step) {
        String code = rows.code(step.whose());
        new BrokerageMapping(jobs.session(), BOOK, audit)
                .map(
                        code,
                        new BrokerageReference("STORY:" + code),
                        Brokerage.CONFIRMED,
                        act(BusinessDay.of(step.on())),
                        false);
    }

    private static Act act(BusinessDay date) {
        return new Act("ann", "as the story goes", date);
    }

    SweepJob<?> job(String name) {
        Session session = jobs.session();
        return switch (name) {
            case "funding" -> new FundingJob(session);
            case "tax-and-buffer" -> new TaxAndBufferJob(session, BOOK);
            case "weekly-reinvestment" -> new PeriodJob(Period.WEEK, session, BOOK);
            case "quarterly-allocation" -> new PeriodJob(Period.QUARTER, session, BOOK);
            case "order-intents" -> new OrderIntentsJob(session);
            case "fork-sweep" -> new ForkJob(session, audit);
            case "merge-sweep" -> new MergeJob(session, BOOK, audit);
            default -> throw Fault.notFound("no job " + name + " in a story");
        };
    }

    Run run(SweepJob<?> job, Step.Run step) {
        return new Sweep<>(job, jobs.session(), jobs.batch(), runs, BOOK)
                .run(new Sweep.Order(BusinessDay.of(step.date()), false, THREADS, OWNER, new StopSignal()))
                .run();
    }

    Explaining<?> explaining(SweepJob<?> job) {
        return new Explaining<>(job, jobs.session(), runs, BOOK);
    }

    private static void withFile(String header, List<String> lines, Consumer<Path> work) {
        try {
            Path file =
                    Files.writeString(Files.createTempFile("story", ".csv"), header + String.join("\n", lines) + "\n");
            try {
                work.accept(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        jobs.close();
        database.close();
    }
}
