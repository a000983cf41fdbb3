package io.alluse.schedule;

import java.util.List;
import java.util.Set;

/** A job that the program can run, with the options that it must and may be given. */
public record KnownJob(String name, Set<String> required, Set<String> optional) {

    public KnownJob {
        required = Set.copyOf(required);
        optional = Set.copyOf(optional);
    }

    public static KnownJob plain(String name) {
        return new KnownJob(name, Set.of(), Set.of());
    }

    List<String> missing(Set<String> given) {
        return required.stream()
                .filter(option -> !given.contains(option))
                .sorted()
                .toList();
    }

    List<String> unknown(Set<String> given) {
        return given.stream()
                .filter(option -> !required.contains(option) && !optional.contains(option))
                .sorted()
                .toList();
    }
}
