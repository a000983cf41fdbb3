package io.alluse.broker;

import java.util.List;
import java.util.Set;

/** How one broker's export is told apart and read. */
interface Format {

    BrokerFormat description();

    /** Whether a file that begins like this is of this format and can hardly be of another. */
    boolean recognises(List<Row> head);

    /** What keeps a file that begins like this from being of this format; blank where it is not even like it. */
    String nearly(List<Row> head);

    /** Reads one file. */
    FormatReader reader(Remarks remarks);

    /** Whether a row can only be understood by what stands further below. */
    default boolean readsTwice() {
        return false;
    }

    /** It does so only where one of these words stands in the file; always, if there are none. */
    default Set<String> twiceFor() {
        return Set.of();
    }
}
