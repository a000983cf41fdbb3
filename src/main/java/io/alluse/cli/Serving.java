package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.notification.Channel;
import io.alluse.notification.Notifications;
import io.alluse.run.JobContext;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.run.StopSignal;
import io.alluse.schedule.JobDefinition;
import io.alluse.service.Backlog;
import io.alluse.service.DatabaseClock;
import io.alluse.service.Dispatcher;
import io.alluse.service.Figures;
import io.alluse.service.Health;
import io.alluse.service.Service;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import io.alluse.text.Durations;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service on its database, opened anew whenever that went away. */
final class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration TOLERATED_SKEW = Duration.ofSeconds(30);
    private static final Duration LONGEST_SILENCE = Duration.ofMinutes(1);
    private static final int CONNECTIONS = 4;

    private final Verb verb;
    private final Order order;
    private final StopSignal stop;
    private final Figures figures = new Figures(this::backlog);
    private volatile @Nullable Open open;
    private volatile String failure = "the database has not been opened yet";

    Serving(Verb verb, Order order, StopSignal stop) {
        this.verb = verb;
        this.order = order;
        this.stop = stop;
    }

    /** What is due when, how often it looks, who hears of it. */
    record Order(List<JobDefinition> definitions, Duration every, List<Channel> channels) {}

    private record Open(Session session, Service service) {}

    Figures figures() {
        return figures;
    }

    void stop() {
        LOG.info("stopping after the chunks at hand; once more ends the program at once");
        stop.request();
    }

    void runAt(int port) {
        LOG.info("health and figures at http://127.0.0.1:{}/actuator/health", port);
        run();
    }

    /** Until it is stopped, or fails for what does not pass by itself. */
    void run() {
        Duration pause = FIRST_PAUSE;
        while (!stop.isRequested()) {
            long began = System.nanoTime();
            try {
                serve();
            } catch (RuntimeException e) {
                if (!passes(e)) {
                    throw e;
                }
                failure = Infrastructure.wordsOf(e);
                pause = System.nanoTime() - began > LONGEST_PAUSE.toNanos() ? FIRST_PAUSE : pause;
                LOG.warn("{}; trying again in {}", failure, Durations.text(pause));
                sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            } finally {
                open = null;
            }
        }
        LOG.info("stopped; what was under way goes on where it was, with the next service");
    }

    private static boolean passes(RuntimeException e) {
        return Infrastructure.isPassing(e) || (e instanceof Fault fault && fault.exit() == Exit.ENVIRONMENT);
    }

    private void serve() {
        int threads = order.definitions().stream()
                .mapToInt(one -> one.width().threads())
                .max()
                .orElse(1);
        try (Database database = verb.database();
                JobContext context = JobContext.start(database, threads)) {
            DataSource pool = database.programPool(CONNECTIONS);
            Session session = Session.of(pool);
            DatabaseClock clock = new DatabaseClock(session);
            tellSkew(clock);
            JobLauncher launcher = new JobLauncher(database, context, verb::database, verb.home(), globals());
            ServiceMessages messages = new ServiceMessages(figures, session, told(session, database), clock);
            Dispatcher.Tools tools = new Dispatcher.Tools(session, database.program(), launcher, messages);
            Dispatcher dispatcher = new Dispatcher(tools, order.definitions(), node(), stop);
            Service service = new Service(dispatcher, clock, order.every(), stop);
            open = new Open(session, service);
            LOG.info("serving {} jobs as {}", order.definitions().size(), node());
            service.run(pool, messages::tell);
        }
    }

    private ServiceMessages.Told told(Session session, Database database) {
        AuditContext who = verb.auditContext();
        Owner owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
        Runs runs = new Runs(session, database.program(), verb.clock());
        return new ServiceMessages.Told(new Notifications(session, runs, verb.out()), order.channels(), owner);
    }

    private String node() {
        return verb.auditContext().node() + "/" + ProcessHandle.current().pid();
    }

    private List<String> globals() {
        List<String> words = new ArrayList<>(List.of("--operator", "service"));
        Path jobs = verb.options().jobs();
        if (jobs != null) {
            words.addAll(List.of("--jobs", jobs.toString()));
        }
        return words;
    }

    /** Due dates go by the database's clock. */
    private void tellSkew(DatabaseClock database) {
        Duration skew = Duration.between(database.instant(), verb.clock().instant());
        if (skew.abs().compareTo(TOLERATED_SKEW) > 0) {
            LOG.warn(
                    "the clock of this computer is {} {} that of the database; due dates go by the database's",
                    Durations.text(skew.abs()),
                    skew.isNegative() ? "behind" : "ahead of");
        }
    }

    /** It is well as long as it can look what is due; what it finds is a matter of the jobs. */
    Health health() {
        Open now = open;
        if (now == null) {
            return new Health(false, Map.of("database", failure));
        }
        try {
            Backlog backlog = Backlog.of(now.session());
            Duration silence = now.service().silence();
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("node", node());
            details.put("silentSeconds", silence.toSeconds());
            details.put("lagSeconds", backlog.lag().toSeconds());
            backlog.open().forEach((state, count) -> details.put(state.name(), count));
            return new Health(
                    silence.compareTo(LONGEST_SILENCE.plus(order.every().multipliedBy(3))) < 0, details);
        } catch (RuntimeException e) {
            return new Health(false, Map.of("database", Infrastructure.wordsOf(e)));
        }
    }

    private Backlog backlog() {
        Open now = open;
        return now == null ? Backlog.NONE : Backlog.of(now.session());
    }

    private void sleep(Duration pause) {
        try {
            for (long left = pause.toMillis(); left > 0 && !stop.isRequested(); left -= 100) {
                Thread.sleep(Math.min(left, 100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop.request();
        }
    }
}
