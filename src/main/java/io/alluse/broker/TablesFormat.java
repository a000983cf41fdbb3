package io.alluse.broker;

import java.util.List;
import java.util.function.Function;

/** A format whose file holds several tables, recognised by the columns of any of them. */
record TablesFormat(BrokerFormat description, List<Columns> tables, Function<Remarks, FormatReader> readers)
        implements Format {

    static TablesFormat of(String name, String broker, List<Columns> tables, Function<Remarks, FormatReader> readers) {
        List<String> columns = tables.stream().map(Columns::toString).toList();
        return new TablesFormat(new BrokerFormat(name, broker, columns, false), tables, readers);
    }

    @Override
    public boolean recognises(List<Row> head) {
        return tables.stream().anyMatch(columns -> head.stream().anyMatch(columns::areIn));
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
