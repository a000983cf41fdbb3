package io.alluse.schedule;

import io.alluse.schedule.DefinitionReader.Read;
import io.alluse.text.Nearest;
import io.alluse.yaml.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between definitions, and between them and the jobs that the program knows. */
final class CrossChecks {

    private final Set<String> names;
    private final Map<String, JobDefinition> byName = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private CrossChecks(Map<String, Read> files) {
        names = files.keySet();
        files.values()
                .forEach(read -> read.definition().ifPresent(definition -> byName.put(definition.name(), definition)));
    }

    /** Between the definitions of these files, by name. */
    static List<Problem> between(Map<String, Read> files) {
        CrossChecks checks = new CrossChecks(files);
        files.values()
                .forEach(read -> read.definition().ifPresent(definition -> {
                    checks.after(read, definition);
                    checks.twice(read, definition);
                }));
        return checks.problems;
    }

    private void after(Read read, JobDefinition definition) {
        definition.after().stream()
                .filter(name -> !names.contains(name))
                .forEach(name -> problems.add(
                        read.problem(JobKeys.AFTER, Nearest.unknown("definition `" + name + "`", name, names))));
        List<String> circle = Order.circle(definition, byName);
        if (!circle.isEmpty()) {
            problems.add(read.problem(JobKeys.AFTER, "waits for itself: " + String.join(" → ", circle)));
        }
    }

    private void twice(Read read, JobDefinition definition) {
        byName.values().stream()
                .filter(other -> other.job().equals(definition.job())
                        && other.arguments().equals(definition.arguments())
                        && other.name().compareTo(definition.name()) < 0)
                .map(JobDefinition::name)
                .sorted()
                .findFirst()
                .ifPresent(other ->
                        problems.add(read.problem(JobKeys.JOB, "is what " + other + " runs, with the same arguments")));
    }

    /** What a definition says of a job that the program does not know. */
    static List<Problem> jobs(Read read, List<KnownJob> known) {
        return read.definition()
                .map(definition -> known.stream()
                        .filter(job -> job.name().equals(definition.job()))
                        .findFirst()
                        .map(job -> arguments(read, definition, job))
                        .orElseGet(() -> List.of(unknown(read, definition, known))))
                .orElse(List.of());
    }

    private static Problem unknown(Read read, JobDefinition definition, List<KnownJob> known) {
        List<String> jobs = known.stream().map(KnownJob::name).toList();
        return read.problem(JobKeys.JOB, Nearest.unknown("job", definition.job(), jobs) + "; see `alluse job list`");
    }

    private static List<Problem> arguments(Read read, JobDefinition definition, KnownJob job) {
        List<Problem> problems = new ArrayList<>();
        Set<String> given = definition.arguments().keySet();
        job.missing(given)
                .forEach(option ->
                        problems.add(read.problem(JobKeys.ARGUMENTS, job.name() + " needs " + option + "=VALUE")));
        job.unknown(given)
                .forEach(option ->
                        problems.add(read.problem(JobKeys.ARGUMENTS, job.name() + " does not take " + option)));
        return problems;
    }
}
