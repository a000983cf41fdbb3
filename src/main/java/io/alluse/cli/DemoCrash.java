package io.alluse.cli;

import io.alluse.account.Accounts;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.sql.Session;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A job in a process of its own that is killed in its middle, by a signal that no program survives. It waits there for the posting
 * lock of a table partition, which is handed to it once for its population and once for its first chunk.
 */
final class DemoCrash {

    private final Verb verb;
    private final DemoHouse house;
    private final DemoClock clock;

    DemoCrash(Verb verb, DemoHouse house, DemoClock clock) {
        this.verb = verb;
        this.house = house;
        this.clock = clock;
    }

    /** The run that is left behind when some accounts are done, and others are not. */
    Run kill(SweepJobs job, BusinessDay date, String main) {
        Session session = house.context().session();
        int partition = new Accounts(session).ofMain(main).getFirst().id().partition();
        DemoHold hold = DemoHold.of(session, partition);
        Process process = start(job, date);
        try {
            while (run(job, date).filter(this::isInItsMiddle).isEmpty()) {
                alive(process, job, date);
                hold = hold.handedOver();
            }
            return run(job, date).orElseThrow();
        } finally {
            process.destroyForcibly().onExit().join();
            hold.end();
        }
    }

    private Optional<Run> run(SweepJobs job, BusinessDay date) {
        return house.runs().find(RunKey.of(job.job(), date));
    }

    private static void alive(Process process, SweepJobs job, BusinessDay date) {
        if (!process.isAlive()) {
            throw new IllegalStateException(job.job() + " of " + date + " has ended with " + process.exitValue()
                    + " before it could be killed");
        }
    }

    private boolean isInItsMiddle(Run run) {
        return house.runs().progress(run.id()).done() >= DemoQuarter.ACCOUNTS_PER_MAIN;
    }

    private Process start(SweepJobs job, BusinessDay date) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("job", "run", job.job(), "--date", date.toString(), "--quiet"));
        command.addAll(List.of("--threads", "1", "--chunk", Integer.toString(DemoQuarter.ACCOUNTS_PER_MAIN)));
        command.addAll(verb.options().where(System.getenv()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put(Verb.CLOCK_OFFSET, clock.offset().toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw Fault.environment("cannot start a process of its own: " + Fault.reason(e), e);
        }
    }
}
