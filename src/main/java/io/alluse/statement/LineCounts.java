package io.alluse.statement;

/** Physical lines of a file by what became of them. */
public record LineCounts(long posted, long duplicate, long ignored, long rejected) {

    public long sum() {
        return posted + duplicate + ignored + rejected;
    }
}
