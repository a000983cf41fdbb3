package io.alluse.service;

import io.alluse.schedule.CatchUp;
import io.alluse.schedule.JobDefinition;
import io.alluse.service.Standing.Word;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What may run next, and why the others wait. One at a time, in the order in which undisturbed they would have run: so a night that was
 * missed comes to the same as one that was not. What only a person can let go on keeps waiting what comes after it, and nothing else.
 */
final class AgendaRule {

    private final Agenda agenda;
    private final Instant now;
    private final DueQueue queue;
    private final Map<DueKey, Standing> told = new LinkedHashMap<>();
    private final Map<DueKey, String> obstacles = new HashMap<>();

    private AgendaRule(Agenda agenda, Instant now) {
        this.agenda = agenda;
        this.now = now;
        this.queue = new DueQueue(agenda);
    }

    static List<Standing> standings(Agenda agenda, Instant now) {
        AgendaRule rule = new AgendaRule(agenda, now);
        rule.queue.inOrder().forEach(due -> rule.told.put(due.key(), rule.standing(due)));
        return List.copyOf(rule.told.values());
    }

    private Standing standing(Due due) {
        Optional<JobDefinition> definition = agenda.definition(due.name());
        if (due.state() == DueState.RUNNING) {
            return new Standing(due, Word.RUNNING, due.node() == null ? "" : "on " + due.node());
        }
        if (definition.isPresent() && isSuperseded(due, definition.get())) {
            return new Standing(due, Word.SUPERSEDED, "a later date is due, and only the latest is caught up");
        }
        if (due.state().needsPerson()) {
            return stuck(due, due.state().name(), due.why() == null ? "" : due.why());
        }
        return definition
                .map(found -> ofDue(due, found))
                .orElseGet(() -> stuck(due, "not defined any more", "no job definition is called " + due.name()));
    }

    private Standing stuck(Due due, String what, String why) {
        obstacles.put(due.key(), due + ", which is " + what);
        return new Standing(due, Word.STUCK, why);
    }

    /** Dates that a person has asked for are run. */
    private boolean isSuperseded(Due due, JobDefinition definition) {
        return definition.catchUp() == CatchUp.LATEST
                && !due.asked()
                && queue.next(due).filter(later -> !later.at().isAfter(now)).isPresent();
    }

    private Standing ofDue(Due due, JobDefinition definition) {
        String paused = agenda.paused().get(due.name());
        if (paused != null) {
            return stuck(due, "paused", "paused: " + paused);
        }
        if (due.at().isAfter(now)) {
            return new Standing(due, Word.LATER, "due at " + due.at());
        }
        return before(due)
                .or(() -> afterOthers(due, definition))
                .or(() -> pause(due))
                .or(() -> behind(due))
                .orElseGet(() -> new Standing(due, Word.NEXT, ""));
    }

    /** Its own earlier dates. */
    private Optional<Standing> before(Due due) {
        return queue.previous(due).map(earlier -> told.get(earlier.key())).flatMap(earlier -> waitsFor(due, earlier));
    }

    private Optional<Standing> afterOthers(Due due, JobDefinition definition) {
        for (String name : definition.after()) {
            DueKey key = new DueKey(name, due.key().date());
            Standing other = told.get(key);
            Optional<Standing> waits = other == null ? notYetPlanned(due, key) : waitsFor(due, other);
            if (waits.isPresent()) {
                return waits;
            }
        }
        return Optional.empty();
    }

    private Optional<Standing> notYetPlanned(Due due, DueKey key) {
        return queue.yetToCome(key).map(at -> new Standing(due, Word.LATER, "for " + key + ", which is due at " + at));
    }

    private Optional<Standing> waitsFor(Due due, Standing other) {
        return switch (other.word()) {
            case NEXT, RUNNING, WAITING -> Optional.of(new Standing(due, Word.WAITING, "for " + other.due()));
            case LATER -> Optional.of(new Standing(due, Word.LATER, "for " + other.due()));
            case STUCK -> {
                String obstacle =
                        obstacles.getOrDefault(other.due().key(), other.due().toString());
                obstacles.put(due.key(), obstacle);
                yield Optional.of(new Standing(due, Word.STUCK, "for " + obstacle));
            }
            case SUPERSEDED -> Optional.empty();
        };
    }

    private Optional<Standing> pause(Due due) {
        Instant notBefore = due.notBefore();
        return notBefore == null || !notBefore.isAfter(now)
                ? Optional.empty()
                : Optional.of(new Standing(
                        due,
                        Word.WAITING,
                        "tried again at " + notBefore + (due.why() == null ? "" : ": " + due.why())));
    }

    /** One at a time. */
    private Optional<Standing> behind(Due due) {
        return told.values().stream()
                .filter(Standing::keepsOthersWaiting)
                .findFirst()
                .map(first -> new Standing(due, Word.WAITING, "for " + first.due() + ", whose turn comes first"));
    }
}
