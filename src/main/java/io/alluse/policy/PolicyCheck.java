package io.alluse.policy;

import io.alluse.fault.Fault;
import io.alluse.yaml.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The outcome of reading a policy or an overlay: it, or everything that is wrong with it. */
public sealed interface PolicyCheck<T> {

    /** Nothing is wrong. */
    record Valid<T>(T value) implements PolicyCheck<T> {}

    /** At least one problem, in the order of the file. */
    record Invalid<T>(List<Problem> problems) implements PolicyCheck<T> {
        public Invalid {
            problems = List.copyOf(problems);
        }
    }

    /** What was read, or a fault that names all problems on one line. */
    default T orFault() {
        return switch (this) {
            case Valid<T>(T value) -> value;
            case Invalid<T>(List<Problem> problems) ->
                throw Fault.usage(problems.stream().map(Problem::toString).collect(Collectors.joining("; ")));
        };
    }

    /** The problems; none if valid. */
    default List<Problem> problems() {
        return List.of();
    }
}
