package io.alluse.calendar;

import io.alluse.fault.Fault;
import io.alluse.yaml.Document;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The calendars at hand: those shipped with the program, and above them those of a directory. */
public final class CalendarBook {

    static final String NYSE = "nyse";

    private static final String FOLDER = "calendars/";

    private final List<Shelf> shelves;

    private CalendarBook(List<Shelf> shelves) {
        this.shelves = shelves;
    }

    /** What travels with the program. */
    public static CalendarBook shipped() {
        return new CalendarBook(List.of(Shelf.shipped()));
    }

    /** The calendars of a directory laid out like {@code jobs/}; one that it does not have is the shipped one. */
    public static CalendarBook of(Path jobs) {
        return new CalendarBook(List.of(Shelf.of(jobs), Shelf.shipped()));
    }

    /** The names of the calendars, sorted. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(
                shelves.stream().flatMap(shelf -> shelf.names(FOLDER).stream()).toList()));
    }

    /** A calendar, or a fault that names everything wrong with its file. */
    public TradingCalendar named(String name) {
        CalendarReader.Read read = read(name);
        return read.calendar()
                .orElseThrow(() -> Fault.usage(
                        read.problems().stream().map(Problem::toString).collect(Collectors.joining("; "))));
    }

    /** Everything wrong with the calendars of this book, file by file. */
    public List<Problem> problems() {
        return names().stream().flatMap(name -> read(name).problems().stream()).toList();
    }

    private Document document(String name) {
        return shelves.stream()
                .map(shelf -> shelf.find(FOLDER, name))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> shelves.getLast().document("calendar", FOLDER, name));
    }

    private CalendarReader.Read read(String name) {
        return CalendarReader.read(document(name), name);
    }
}
