package io.alluse.cli;

import io.alluse.capitalization.Capitalization;
import io.alluse.statement.StatementImport;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** All jobs there are, as people name them. */
final class JobNames implements Iterable<String> {

    static List<String> all() {
        return Stream.concat(Stream.of(Capitalization.JOB, StatementImport.JOB), SweepJobs.names().stream())
                .toList();
    }

    @Override
    public Iterator<String> iterator() {
        return all().iterator();
    }
}
