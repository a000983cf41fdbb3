package io.alluse.cli;

import io.alluse.intent.IntentState;
import io.alluse.lineage.ForkState;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Stream;

/** Words of states that a shell completes. */
final class StateWords {

    private StateWords() {}

    /** What `intent list --state` takes. */
    static final class OfIntents implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Stream.concat(Arrays.stream(IntentState.values()).map(IntentState::word), Stream.of("all"))
                    .iterator();
        }
    }

    /** What `fork list --state` takes. */
    static final class OfForks implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ForkState.values()).map(Choice::lower).iterator();
        }
    }
}
