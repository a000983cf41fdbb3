package io.alluse.schedule;

import io.alluse.calendar.CalendarBook;
import io.alluse.fault.Fault;
import io.alluse.text.Nearest;
import io.alluse.yaml.Digest;
import io.alluse.yaml.Document;
import io.alluse.yaml.Key;
import io.alluse.yaml.KeyReader;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a file to a job definition or to everything that is wrong with it. */
final class DefinitionReader {

    private final Document document;
    private final CalendarBook calendars;
    private final Values values;
    private final List<Problem> problems;

    /** The definition, or at least one problem; the document tells where things stand. */
    record Read(Document document, Optional<JobDefinition> definition, List<Problem> problems) {

        Problem problem(Key<?> key, String reason) {
            return document.entry(key.path()).problem(key.path(), reason);
        }
    }

    private DefinitionReader(Document document, CalendarBook calendars, KeyReader keys) {
        this.document = document;
        this.calendars = calendars;
        this.values = keys.values();
        this.problems = new ArrayList<>(document.problems());
        problems.addAll(keys.problems());
    }

    static Read read(Document document, String name, CalendarBook calendars) {
        if (!document.readable()) {
            return new Read(document, Optional.empty(), document.problems());
        }
        DefinitionReader reader = new DefinitionReader(document, calendars, JobKeys.SCHEMA.read(document));
        reader.check(name);
        return reader.problems.isEmpty()
                ? new Read(document, Optional.of(reader.definition()), List.of())
                : new Read(document, Optional.empty(), Problem.sorted(reader.problems));
    }

    private void check(String name) {
        values.find(JobKeys.NAME)
                .filter(found -> !found.equals(name))
                .ifPresent(found -> problem(JobKeys.NAME, "must be " + name + " as the file is called"));
        values.find(JobKeys.CALENDAR).ifPresent(this::checkCalendar);
        if (problems.isEmpty()) {
            NightHours.reached(timing())
                    .ifPresent(there -> problem(
                            JobKeys.CRON,
                            "must not fall due between 00:00 and 03:00 in New York, where it is " + there
                                    + " then: clocks are put in these hours"));
        }
    }

    private void checkCalendar(String calendar) {
        if (!calendars.names().contains(calendar)) {
            problem(JobKeys.CALENDAR, Nearest.unknown("calendar", calendar, calendars.names()));
            return;
        }
        try {
            calendars.named(calendar);
        } catch (Fault fault) {
            problem(JobKeys.CALENDAR, "cannot be read: " + Fault.reason(fault));
        }
    }

    private void problem(Key<?> key, String reason) {
        problems.add(document.entry(key.path()).problem(key.path(), reason));
    }

    private Timing timing() {
        return new Timing(
                values.get(JobKeys.CRON),
                values.get(JobKeys.ZONE),
                calendars.named(values.get(JobKeys.CALENDAR)),
                values.get(JobKeys.DATES),
                values.get(JobKeys.RUNS),
                values.get(JobKeys.EARLY_CLOSE));
    }

    private JobDefinition definition() {
        Map<String, String> written = values.written(JobKeys.SCHEMA.byPath().values());
        written.remove(JobKeys.PURPOSE.path());
        return new JobDefinition(
                values.get(JobKeys.NAME),
                values.get(JobKeys.PURPOSE),
                values.get(JobKeys.JOB),
                values.get(JobKeys.ARGUMENTS),
                timing(),
                values.get(JobKeys.AFTER),
                values.get(JobKeys.CATCH_UP),
                new Width(
                        values.get(JobKeys.PARTITIONS),
                        values.get(JobKeys.THREADS),
                        values.get(JobKeys.CHUNK).orElse(null)),
                values.get(JobKeys.TIME_LIMIT).orElse(null),
                values.get(JobKeys.DEADLINE).orElse(null),
                values.get(JobKeys.RETRIES),
                Digest.of(written));
    }
}
