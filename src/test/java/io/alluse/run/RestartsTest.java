package io.alluse.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.run.Restarts.Attempted;
import io.alluse.run.Restarts.Pauses;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

/** How often, and after which pauses, a run is started again. */
class RestartsTest {

    private static final Pauses SHORT = new Pauses(5, Duration.ofMillis(1), Duration.ofMillis(6));
    private static final Pauses ENDLESS = new Pauses(5, Duration.ofDays(1), Duration.ofDays(1));

    private final StopSignal stop = new StopSignal();
    private final List<String> notes = new ArrayList<>();
    private final AtomicInteger attempts = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    private String carriedOut(Pauses pauses, Supplier<Attempted<String>> attempt) {
        return new Restarts(stop, notes::add, pauses, done::get).carriedOut(() -> {
            attempts.incrementAndGet();
            return attempt.get();
        });
    }

    private Attempted<String> gone() {
        return new Attempted<>("attempt " + attempts, true, "the server went away");
    }

    private static DataAccessResourceFailureException lost() {
        return new DataAccessResourceFailureException("lost", new SQLException("connection reset", "08006"));
    }

    @Test
    void there_are_only_so_many_and_the_pauses_grow_up_to_the_longest() {
        assertThat(carriedOut(SHORT, this::gone)).isEqualTo("attempt 6");
        assertThat(notes)
                .containsExactly(
                        "attempt 1 of 6 failed: the server went away; going on where it was in 1 ms",
                        "attempt 2 of 6 failed: the server went away; going on where it was in 2 ms",
                        "attempt 3 of 6 failed: the server went away; going on where it was in 4 ms",
                        "attempt 4 of 6 failed: the server went away; going on where it was in 6 ms",
                        "attempt 5 of 6 failed: the server went away; going on where it was in 6 ms");
    }

    @Test
    void after_some_progress_they_are_counted_anew() {
        assertThat(carriedOut(SHORT, () -> {
                    if (attempts.get() <= 4) {
                        done.incrementAndGet();
                    }
                    return gone();
                }))
                .isEqualTo("attempt 9");
        assertThat(notes)
                .hasSize(8)
                .filteredOn(note -> note.startsWith("attempt 1 of 6"))
                .hasSize(4);
    }

    @Test
    void what_does_not_pass_is_the_result() {
        assertThat(carriedOut(SHORT, () -> new Attempted<>("failed", false, "a trigger refuses")))
                .isEqualTo("failed");
        assertThat(notes).isEmpty();
    }

    @Test
    void an_attempt_that_could_not_even_say_how_it_ended_is_followed_by_another_one() {
        assertThat(carriedOut(SHORT, () -> {
                    if (attempts.get() < 3) {
                        throw lost();
                    }
                    return new Attempted<>("complete", false, "");
                }))
                .isEqualTo("complete");
        assertThat(notes).hasSize(2).allMatch(note -> note.contains("failed: connection reset;"));
    }

    @Test
    void the_last_failure_is_the_callers() {
        assertThatThrownBy(() -> carriedOut(SHORT, () -> {
                    throw lost();
                }))
                .hasMessage("lost");
        assertThat(attempts).hasValue(6);
        assertThatThrownBy(() -> carriedOut(SHORT, () -> {
                    throw new IllegalStateException("a defect");
                }))
                .hasMessage("a defect");
        assertThat(attempts).hasValue(7);
    }

    /** The attempt after it ends as it begins: it finds the request to stop. */
    @Test
    @Timeout(20)
    void who_wants_to_stop_does_not_wait() {
        Thread person = Thread.ofPlatform().unstarted(stop::request);
        assertThat(carriedOut(ENDLESS, () -> {
                    if (attempts.get() == 1) {
                        person.start();
                    }
                    return gone();
                }))
                .isEqualTo("attempt 2");
    }

    @Test
    @Timeout(20)
    void an_interrupt_is_a_request_to_stop() {
        Thread.currentThread().interrupt();
        assertThat(carriedOut(ENDLESS, this::gone)).isEqualTo("attempt 2");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(stop.isRequested()).isTrue();
    }
}
