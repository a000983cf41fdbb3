package io.alluse.service;

import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import io.alluse.schedule.Planning;
import io.alluse.sql.Session;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What people decide about due dates: each in one transaction, with who and why in the audit. */
public final class DueDates {

    private final Session session;
    private final DueStore store;
    private final List<JobDefinition> definitions;
    private final Audit audit;

    public DueDates(Session session, List<JobDefinition> definitions, Audit audit) {
        this.session = session;
        this.store = new DueStore(session);
        this.definitions = List.copyOf(definitions);
        this.audit = audit;
    }

    /** Keeps it from running until it is released; also one that is not due yet. */
    public Due hold(String definition, Act act, Instant now) {
        return changed(definition, act, DueState.HELD, "held", now, due -> due);
    }

    /** Never runs; what comes after it goes on as if it had. */
    public Due skip(String definition, Act act, Instant now) {
        return changed(definition, act, DueState.SKIPPED, "skipped", now, due -> due);
    }

    /** Runs when its turn comes, whatever kept it from that. */
    public Due release(String definition, Act act, Instant now) {
        return changed(definition, act, DueState.DUE, "released", now, DueDates::mustBeKept);
    }

    private static Due mustBeKept(Due due) {
        boolean waits = due.state() == DueState.DUE && due.notBefore() == null;
        if (waits) {
            throw Fault.conflict(due + " is due already and runs when its turn comes; see `alluse job status`");
        }
        return due;
    }

    private Due changed(
            String definition, Act act, DueState to, String action, Instant now, UnaryOperator<Due> checked) {
        DueKey key = new DueKey(definition, act.date().date());
        return session.transaction(() -> {
            Due due = checked.apply(mustBeOpen(found(key)));
            String why = action + ": " + act.reason() + " (" + act.who() + ")";
            if (!store.change(due, to, due.asked() || to == DueState.DUE, why, now)) {
                throw Fault.conflict(key + " has changed just now; look at it with `alluse job status` and try again");
            }
            audit.entry(audit.begin(act.reason(), null), key.toString(), action, null);
            return store.find(key).orElseThrow();
        });
    }

    private static Due mustBeOpen(Due due) {
        return switch (due.state()) {
            case DUE, FAILED, HELD, MISSED -> due;
            case RUNNING ->
                throw Fault.conflict(due + " is running on " + due.node() + "; stop it with `alluse job stop RUN`");
            case DONE, SKIPPED -> throw Fault.conflict(due + " is " + due.state() + "; nothing was changed");
        };
    }

    /** A date to come gets its row now. */
    private Due found(DueKey key) {
        return store.find(key)
                .or(() -> toCome(key))
                .orElseThrow(() -> Fault.notFound(key
                        + " is not due: its job has no such date, or it lies before the first day of the service;"
                        + " see `alluse schedule next`, and `alluse job backfill` for dates that are past"));
    }

    private Optional<Due> toCome(DueKey key) {
        JobDefinition definition = definition(key.definition());
        Instant planned = store.plannedUntil().get(definition.name());
        return Coming.of(definition, key.date())
                .filter(date -> planned == null || date.due().isAfter(planned))
                .flatMap(date -> {
                    store.insert(date, definition.job(), DueState.DUE, false, null);
                    return store.find(key);
                });
    }

    private JobDefinition definition(String name) {
        return definitions.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> Fault.notFound("no job definition is called " + name + "; see `alluse schedule list`"));
    }

    /** None of its dates runs until it is resumed; they become due all the same. */
    public void pause(String definition, Act act, Instant now) {
        definition(definition);
        session.transaction(() -> {
            store.begin(List.of(definition), now);
            if (!store.pause(definition, act.who(), act.reason(), now)) {
                throw Fault.conflict(
                        definition + " is paused already: " + store.paused().get(definition) + "; nothing was changed");
            }
            audit.entry(audit.begin(act.reason(), null), definition, "paused", null);
        });
    }

    public void resume(String definition, Act act) {
        session.transaction(() -> {
            if (!store.resume(definition)) {
                throw Fault.conflict(definition + " is not paused; nothing was changed");
            }
            audit.entry(audit.begin(act.reason(), null), definition, "resumed", null);
        });
    }

    /** Which dates wait for somebody to say that they shall be caught up; of one job or all. */
    public List<Due> missed(Optional<String> definition) {
        definition.ifPresent(this::definition);
        return store.open().stream()
                .filter(due -> due.state() == DueState.MISSED)
                .filter(due -> definition.isEmpty() || definition.get().equals(due.name()))
                .toList();
    }

    /** Lets them run; answers which. */
    public List<Due> catchUp(Optional<String> definition, Act act, Instant now) {
        return session.transaction(() -> {
            List<Due> missed = missed(definition);
            if (missed.isEmpty()) {
                throw Fault.conflict("no missed date waits for a word; nothing was changed");
            }
            long no = audit.begin(act.reason(), null);
            for (Due due : missed) {
                store.change(due, DueState.DUE, true, "caught up: " + act.reason() + " (" + act.who() + ")", now);
                audit.entry(no, due.toString(), "caught up", null);
            }
            return missed;
        });
    }

    /** The dates of a job between two days, both included, that were never due here and have not been run. */
    public List<Planned> lacking(String name, BusinessDay from, BusinessDay to, Instant now) {
        JobDefinition definition = definition(name);
        if (from.compareTo(to) > 0) {
            throw Fault.usage("--from " + from + " is after --to " + to);
        }
        Instant first =
                from.date().minusDays(1).atStartOfDay(BusinessDay.NEW_YORK).toInstant();
        return Planning.between(definition, first, now).stream()
                .filter(date -> isWithin(date.businessDate(), from, to))
                .filter(date ->
                        store.find(new DueKey(name, date.businessDate())).isEmpty())
                .filter(date -> !store.isDone(definition.job(), date.businessDate()))
                .toList();
    }

    private static boolean isWithin(LocalDate date, BusinessDay from, BusinessDay to) {
        return !date.isBefore(from.date()) && !date.isAfter(to.date());
    }

    /** Makes them due now. */
    public int backfill(String name, List<Planned> dates, Act act) {
        JobDefinition definition = definition(name);
        return session.transaction(() -> {
            long no = audit.begin(act.reason(), null);
            int due = 0;
            for (Planned date : dates) {
                if (store.insert(date, definition.job(), DueState.DUE, true, "backfill: " + act.reason())) {
                    audit.entry(no, new DueKey(name, date.businessDate()).toString(), "backfilled", null);
                    due++;
                }
            }
            return due;
        });
    }
}
