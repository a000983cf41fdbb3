package io.alluse.service;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.StopSignal;
import io.alluse.run.Turn;
import io.alluse.schedule.JobDefinition;
import io.alluse.service.EndingRule.Ending;
import io.alluse.service.Standing.Word;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plans what has become due and carries it out, one due date after the other, whatever has happened since the last time. Of all services
 * on one database one at a time does; the others find the turn taken and come again.
 */
public final class Dispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final String TURN = "service";

    private final Session session;
    private final DataSource unpooled;
    private final DueStore store;
    private final Planner planner;
    private final Agendas agendas;
    private final List<JobDefinition> definitions;
    private final Launcher launcher;
    private final String node;
    private final StopSignal stop;
    private final Listener listener;

    /** @param unpooled what the turn is held on */
    public record Tools(Session session, DataSource unpooled, Launcher launcher, Listener listener) {}

    /** @param definitions in an order that respects what runs after what */
    public Dispatcher(Tools tools, List<JobDefinition> definitions, String node, StopSignal stop) {
        this.session = tools.session();
        this.unpooled = tools.unpooled();
        this.launcher = tools.launcher();
        this.listener = tools.listener();
        this.store = new DueStore(session);
        this.planner = new Planner(store, definitions);
        this.agendas = new Agendas(session, definitions);
        this.definitions = List.copyOf(definitions);
        this.node = node;
        this.stop = stop;
    }

    /** Hears what happens, for figures and messages. */
    public interface Listener {

        Listener NONE = new Listener() {};

        default void ended(Due due, Launcher.Ended ended, DueState state, Duration took) {}

        default void late(Due due) {}
    }

    /** At this moment, however long what it runs may take; answers how many runs it has carried out. */
    public int tick(Instant now) {
        return tick(InstantSource.fixed(now));
    }

    /** Until nothing can run any more, the service is stopped, or another one has the turn. */
    public int tick(InstantSource clock) {
        Optional<Turn> taken = Turn.tryTake(unpooled, TURN);
        if (taken.isEmpty()) {
            return 0;
        }
        try (Turn turn = taken.get()) {
            session.transaction(() -> takeUp(clock.instant()));
            int ran = 0;
            while (!stop.isRequested() && !turn.isLost() && step(clock)) {
                ran++;
            }
            return ran;
        }
    }

    /** The turn is ours, so whatever is said to be running is not. */
    private void takeUp(Instant now) {
        for (Due due : store.open()) {
            if (due.state() == DueState.RUNNING) {
                Ending ending = EndingRule.abandoned(due);
                LOG.warn("{}: {}", due, ending.why());
                store.end(due, ending, null, now);
            }
        }
    }

    /** Whether there was something to run. */
    private boolean step(InstantSource clock) {
        Instant now = clock.instant();
        Optional<Due> claimed = session.transaction(() -> next(now));
        claimed.ifPresent(due -> carryOut(due, clock));
        return claimed.isPresent();
    }

    private Optional<Due> next(Instant now) {
        planner.plan(now);
        store.settleDone(now);
        List<Standing> standings = agendas.read().standings(now);
        standings.stream()
                .filter(one -> one.word() == Word.SUPERSEDED)
                .forEach(one -> store.change(one.due(), DueState.SKIPPED, false, one.why(), now));
        tellLate(standings, now);
        return standings.stream()
                .filter(one -> one.word() == Word.NEXT)
                .findFirst()
                .flatMap(one -> store.claim(one.due(), node, now));
    }

    private void tellLate(List<Standing> standings, Instant now) {
        List<Due> late = standings.stream()
                .filter(one -> one.word() != Word.SUPERSEDED)
                .map(Standing::due)
                .filter(due -> due.lateSince() == null && isLate(due, now))
                .toList();
        if (!late.isEmpty()) {
            store.late(late, now);
            late.forEach(due -> LOG.warn("{} has missed its deadline: it was due at {}", due, due.at()));
            late.forEach(listener::late);
        }
    }

    private boolean isLate(Due due, Instant now) {
        return definition(due)
                .map(JobDefinition::deadline)
                .filter(deadline -> due.at().plus(deadline).isBefore(now))
                .isPresent();
    }

    private Optional<JobDefinition> definition(Due due) {
        return definitions.stream().filter(one -> one.name().equals(due.name())).findFirst();
    }

    private void carryOut(Due due, InstantSource clock) {
        JobDefinition definition = definition(due).orElseThrow();
        Instant began = clock.instant();
        LOG.info("{} begins", due);
        Launcher.Ended ended = launched(definition, due);
        Instant now = clock.instant();
        Ending ending = EndingRule.ended(due, definition.retries(), ended, stop.isRequested(), now);
        if (!session.transaction(() -> store.end(due, ending, ended.run(), now))) {
            LOG.warn("{} has been taken over by another service meanwhile", due);
            return;
        }
        LOG.info("{} is {}{}", due, ending.state(), ending.why() == null ? "" : ": " + ending.why());
        listener.ended(due, ended, ending.state(), Duration.between(began, now));
    }

    private Launcher.Ended launched(JobDefinition definition, Due due) {
        try {
            return launcher.launch(definition, BusinessDay.of(due.key().date()), stop);
        } catch (Fault fault) {
            return Launcher.Ended.of(fault.exit(), Fault.reason(fault));
        } catch (RuntimeException e) {
            LOG.error("{}", due, e);
            Exit exit = Infrastructure.isPassing(e) ? Exit.ENVIRONMENT : Exit.FAILED;
            return Launcher.Ended.of(exit, Infrastructure.wordsOf(e));
        }
    }
}
