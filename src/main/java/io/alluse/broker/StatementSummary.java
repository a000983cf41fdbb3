package io.alluse.broker;

/** The physical lines of a file that has been read: those seen, counted apart from the reading, are the sum of the others. */
public record StatementSummary(BrokerFormat format, long seen, long took, long ignored, long rejected) {

    /** Nothing was rejected. */
    public boolean clean() {
        return rejected == 0;
    }
}
