package io.alluse.schedule;

import io.alluse.calendar.CalendarBook;
import io.alluse.fault.Fault;
import io.alluse.schedule.DefinitionReader.Read;
import io.alluse.text.Nearest;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Shelf;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The job definitions at hand: those shipped with the program, or those of a directory instead. */
public final class JobDefinitions {

    private static final String FOLDER = "";

    private final List<JobDefinition> all;

    private JobDefinitions(List<JobDefinition> all) {
        this.all = all;
    }

    /** What travels with the program. */
    public static JobDefinitions shipped() {
        return read(files(Shelf.shipped(), CalendarBook.shipped()));
    }

    /** What a directory laid out like {@code jobs/} holds, and nothing else; a fault names everything wrong with it. */
    public static JobDefinitions read(Path jobs) {
        return read(files(Shelf.of(jobs), CalendarBook.of(jobs)));
    }

    public static JobDefinitions of(List<JobDefinition> definitions) {
        return new JobDefinitions(Order.of(definitions));
    }

    /** Everything wrong with the shipped definitions, given the jobs that the program knows. */
    public static List<Problem> problems(List<KnownJob> known) {
        return problems(files(Shelf.shipped(), CalendarBook.shipped()), known, CalendarBook.shipped());
    }

    /** Everything wrong with the definitions and calendars of a directory. */
    public static List<Problem> problems(Path jobs, List<KnownJob> known) {
        CalendarBook calendars = CalendarBook.of(jobs);
        return problems(files(Shelf.of(jobs), calendars), known, calendars);
    }

    /** In an order in which each comes behind those that it waits for. */
    public List<JobDefinition> all() {
        return all;
    }

    public Optional<JobDefinition> named(String name) {
        return all.stream().filter(job -> job.name().equals(name)).findFirst();
    }

    /** The definition, or a fault that names what there is. */
    public JobDefinition mustHave(String name) {
        List<String> names = all.stream().map(JobDefinition::name).toList();
        return named(name)
                .orElseThrow(() -> Fault.notFound(Nearest.unknown("definition `" + name + "`", name, names)
                        + "; there are: " + String.join(", ", names)));
    }

    private static JobDefinitions read(Map<String, Read> files) {
        List<Problem> problems = problems(files);
        if (!problems.isEmpty()) {
            throw Fault.usage(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        }
        return of(files.values().stream()
                .map(Read::definition)
                .flatMap(Optional::stream)
                .toList());
    }

    private static List<Problem> problems(Map<String, Read> files, List<KnownJob> known, CalendarBook calendars) {
        List<Problem> problems = new ArrayList<>(calendars.problems());
        problems.addAll(problems(files));
        files.values().forEach(read -> problems.addAll(CrossChecks.jobs(read, known)));
        return problems;
    }

    private static List<Problem> problems(Map<String, Read> files) {
        List<Problem> problems = new ArrayList<>();
        files.values().forEach(read -> problems.addAll(read.problems()));
        problems.addAll(CrossChecks.between(files));
        return problems;
    }

    private static Map<String, Read> files(Shelf shelf, CalendarBook calendars) {
        Map<String, Read> files = new LinkedHashMap<>();
        for (String name : shelf.names(FOLDER)) {
            files.put(name, DefinitionReader.read(shelf.document("definition", FOLDER, name), name, calendars));
        }
        if (files.isEmpty()) {
            throw Fault.notFound(shelf.place(FOLDER) + " holds no job definitions: it needs a NAME.yaml for each");
        }
        return files;
    }
}
