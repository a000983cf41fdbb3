package io.alluse.cli;

import io.alluse.fault.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How many rows a list shows. */
final class LimitOption {

    private static final int PAGE = 100;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    void check() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one");
        }
    }

    /** Of what a program reads. */
    int most() {
        return limit == null ? Integer.MAX_VALUE : limit;
    }

    /** Of what a person reads. */
    int shown() {
        return limit == null ? PAGE : limit;
    }
}
