package io.alluse.bench;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Where something went wrong, in one line. */
final class Traces {

    private static final int FRAMES = 3;

    private Traces() {}

    /** What was thrown, and the innermost places of ours that it came through. */
    static String ofOurs(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String places = Arrays.stream(root.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("io.alluse."))
                .limit(FRAMES)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(", "));
        return root + (places.isEmpty() ? "" : " at " + places);
    }
}
