package io.alluse.run;

/**
 * How far one part of a run's population is: what is committed with each chunk. The part is a range of ids or of the job's own sequence
 * numbers; accounts with a greater serial than its bound were opened after the run was begun. A part in turn has candidates that were
 * counted where they were found.
 */
public record WorkPart(
        long runId,
        int pass,
        int part,
        int epoch,
        long population,
        Span span,
        long position,
        long done,
        Tally tally,
        boolean inTurn) {

    public WorkPart(
            long runId,
            int pass,
            int part,
            int epoch,
            long population,
            Span span,
            long position,
            long done,
            Tally tally) {
        this(runId, pass, part, epoch, population, span, position, done, tally, false);
    }

    /** Ids greater than {@code after} and at most {@code upTo}. */
    public record Span(long after, long upTo, long serialBound) {

        public static final Span ALL = new Span(-1, Long.MAX_VALUE, Long.MAX_VALUE);
    }

    /** After a chunk that ended at this position. */
    public WorkPart advanced(long newPosition, long seen, Tally chunk) {
        return new WorkPart(
                runId, pass, part, epoch, population, span, newPosition, done + seen, tally.plus(chunk), inTurn);
    }

    public boolean isDone() {
        return done == population;
    }
}
