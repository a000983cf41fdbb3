package io.alluse.cli;

import java.io.PrintWriter;

/** What is being listed cannot be written any more: the rest of it is not read. */
final class NobodyReads extends RuntimeException {

    private static final int EVERY = 1_000;

    private NobodyReads() {
        super("the answer cannot be written any more", null, false, false);
    }

    /** Looked at now and then, for it flushes. */
    static void check(PrintWriter out, long written) {
        if (written % EVERY == 0 && out.checkError()) {
            throw new NobodyReads();
        }
    }
}
