package io.alluse.service;

import io.alluse.schedule.JobDefinition;
import io.alluse.schedule.Planned;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which order open dates run. */
final class DueQueue {

    private final Agenda agenda;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<DueKey, Due> open = new LinkedHashMap<>();
    private final Map<DueKey, Due> previous = new HashMap<>();
    private final Map<DueKey, Due> next = new HashMap<>();
    private final Map<DueKey, Instant> ready = new HashMap<>();
    private final Map<DueKey, Optional<Instant>> yetToCome = new HashMap<>();

    DueQueue(Agenda agenda) {
        this.agenda = agenda;
        agenda.definitions().forEach(one -> places.put(one.name(), places.size()));
        List<Due> byDate = agenda.open().stream()
                .sorted(Comparator.comparing((Due due) -> due.key().date()).thenComparingInt(this::place))
                .toList();
        byDate.forEach(due -> open.put(due.key(), due));
        link(byDate);
        byDate.forEach(due -> ready.put(due.key(), whenReady(due)));
    }

    private int place(Due due) {
        return places.getOrDefault(due.name(), places.size());
    }

    private void link(List<Due> byDate) {
        Map<String, Due> last = new HashMap<>();
        for (Due due : byDate) {
            Due earlier = last.put(due.name(), due);
            if (earlier != null) {
                previous.put(due.key(), earlier);
                next.put(earlier.key(), due);
            }
        }
    }

    /** When all that it comes after would have been due, too. */
    private Instant whenReady(Due due) {
        Instant latest = due.at();
        Due earlier = previous.get(due.key());
        if (earlier != null) {
            latest = later(latest, ready.get(earlier.key()));
        }
        List<String> after =
                agenda.definition(due.name()).map(JobDefinition::after).orElse(List.of());
        for (String name : after) {
            DueKey key = new DueKey(name, due.key().date());
            latest = later(latest, ready.get(key));
            latest = later(latest, open.containsKey(key) ? null : yetToCome(key).orElse(null));
        }
        return latest;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    /** When a date becomes due that has no row yet but will have one. */
    Optional<Instant> yetToCome(DueKey key) {
        return yetToCome.computeIfAbsent(key, this::planned);
    }

    private Optional<Instant> planned(DueKey key) {
        Instant until = agenda.plannedUntil().get(key.definition());
        if (until == null || agenda.ended().contains(key)) {
            return Optional.empty();
        }
        return agenda.definition(key.definition())
                .flatMap(found -> Coming.of(found, key.date()))
                .map(Planned::due)
                .filter(due -> due.isAfter(until));
    }

    Optional<Due> previous(Due due) {
        return Optional.ofNullable(previous.get(due.key()));
    }

    Optional<Due> next(Due due) {
        return Optional.ofNullable(next.get(due.key()));
    }

    List<Due> inOrder() {
        return open.values().stream()
                .sorted(Comparator.comparing((Due due) -> ready.getOrDefault(due.key(), due.at()))
                        .thenComparing(due -> due.key().date())
                        .thenComparingInt(this::place)
                        .thenComparing(Due::name))
                .toList();
    }
}
