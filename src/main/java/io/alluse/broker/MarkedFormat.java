package io.alluse.broker;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** A format of several tables, recognised by a row that no other format has. */
record MarkedFormat(
        BrokerFormat description, Predicate<Row> mark, boolean readsTwice, Function<Remarks, FormatReader> readers)
        implements Format {

    @Override
    public boolean recognises(List<Row> head) {
        return head.stream().anyMatch(mark);
    }

    @Override
    public String nearly(List<Row> head) {
        return "";
    }

    @Override
    public FormatReader reader(Remarks remarks) {
        return readers.apply(remarks);
    }
}
