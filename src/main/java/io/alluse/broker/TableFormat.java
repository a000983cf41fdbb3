package io.alluse.broker;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** A format whose file is one table, recognised by the columns of that table. */
record TableFormat(
        BrokerFormat description,
        Columns columns,
        boolean readsTwice,
        Set<String> twiceFor,
        Function<Remarks, FormatReader> readers)
        implements Format {

    static TableFormat of(String name, String broker, Columns columns, Function<Remarks, FormatReader> readers) {
        return new TableFormat(
                new BrokerFormat(name, broker, List.of(columns.toString()), false), columns, false, Set.of(), readers);
    }

    /** Known from parts of files only. */
    static TableFormat experimental(
            String name, String broker, Columns columns, Function<Remarks, FormatReader> readers) {
        return new TableFormat(
                new BrokerFormat(name, broker, List.of(columns.toString()), true), columns, false, Set.of(), readers);
    }

    /** For tables in which a row can only be understood by others. */
    TableFormat readTwice() {
        return readTwice(Set.of());
    }

    /** The same, for files in which one of these words stands. */
    TableFormat readTwice(Set<String> words) {
        return new TableFormat(description, columns, true, words, readers);
    }

    @Override
    public boolean recognises(List<Row> head) {
        return head.stream().anyMatch(columns::areIn);
    }

    @Override
    public String nearly(List<Row> head) {
        return head.stream()
                .filter(columns::areMostlyIn)
                .findFirst()
                .map(row ->
                        "line " + row.line() + " has no column '" + String.join("', '", columns.missingIn(row)) + "'")
                .orElse("");
    }

    @Override
    public FormatReader reader(Remarks remarks) {
        return readers.apply(remarks);
    }
}
