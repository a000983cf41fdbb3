package io.alluse.schedule;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is run, when, after what, how wide, and what happens if it does not go well.
 *
 * @param job what is run, as {@code job run} names it
 * @param arguments the options of that job, without their dashes
 * @param after definitions whose same date must have ended well before; one that has no such date does not block
 * @param timeLimit after which a run is stopped; null if it may take as long as it takes
 * @param deadline from the due time until an alert is raised if the date has not ended well; null if never
 * @param retries how often a run that failed is taken up again by itself
 * @param hash of what the definition means, 64 hexadecimal digits: its purpose and the form of its file do not count
 */
public record JobDefinition(
        String name,
        String purpose,
        String job,
        Map<String, String> arguments,
        Timing timing,
        List<String> after,
        CatchUp catchUp,
        Width width,
        @Nullable Duration timeLimit,
        @Nullable Duration deadline,
        int retries,
        String hash) {

    public JobDefinition {
        arguments = Map.copyOf(arguments);
        after = List.copyOf(after);
    }
}
