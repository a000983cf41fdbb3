package io.alluse.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Definitions in an order in which each comes behind those that it waits for; among equals the earlier one first. */
final class Order {

    private static final Comparator<JobDefinition> EARLIER_FIRST = Comparator.comparing(
                    (JobDefinition job) -> job.timing().runs())
            .thenComparing(job -> job.timing().cron().time())
            .thenComparing(JobDefinition::name);

    private Order() {}

    /** What waits for itself is left out. */
    static List<JobDefinition> of(List<JobDefinition> jobs) {
        Map<String, JobDefinition> left = new LinkedHashMap<>();
        jobs.stream().sorted(EARLIER_FIRST).forEach(job -> left.put(job.name(), job));
        List<JobDefinition> ordered = new ArrayList<>();
        Optional<JobDefinition> next = free(left);
        while (next.isPresent()) {
            ordered.add(next.get());
            left.remove(next.get().name());
            next = free(left);
        }
        return ordered;
    }

    private static Optional<JobDefinition> free(Map<String, JobDefinition> left) {
        return left.values().stream()
                .filter(job -> job.after().stream().noneMatch(left::containsKey))
                .findFirst();
    }

    /** From a definition back to itself along what it waits for, such as {@code a → b → a}; empty if there is no such way. */
    static List<String> circle(JobDefinition from, Map<String, JobDefinition> byName) {
        List<String> way = new ArrayList<>();
        return leads(from.name(), from.name(), byName, way) ? way : List.of();
    }

    private static boolean leads(String from, String to, Map<String, JobDefinition> byName, List<String> way) {
        way.add(from);
        JobDefinition job = byName.get(from);
        for (String next : job == null ? List.<String>of() : job.after()) {
            if (next.equals(to)) {
                way.add(to);
                return true;
            }
            if (!way.contains(next) && leads(next, to, byName, way)) {
                return true;
            }
        }
        way.removeLast();
        return false;
    }
}
