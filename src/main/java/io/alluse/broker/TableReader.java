package io.alluse.broker;

import org.jspecify.annotations.Nullable;

/** Reads a file of one table: what stands before it, its header, its rows and what stands below them. */
abstract class TableReader implements FormatReader {

    private final Columns columns;
    private @Nullable Header surveyed;
    private @Nullable Header header;
    private @Nullable Refused headerRefused;

    TableReader(Columns columns) {
        this.columns = columns;
    }

    @Override
    public final void survey(Row row) {
        if (surveyed != null && row.size() <= surveyed.size()) {
            look(new Fields(row, surveyed));
        } else if (surveyed == null && columns.areMostlyIn(row)) {
            surveyed = columns.header(row);
        }
    }

    /** A row of the table, before any of them is judged. */
    void look(Fields fields) {}

    @Override
    public final Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        if (header == null && headerRefused == null) {
            return columns.areMostlyIn(row) ? header(row) : before(row);
        }
        if (header != null && header.isRepeatedBy(row)) {
            return new Verdict.Ignored("header");
        }
        String aside = aside(row);
        if (!aside.isEmpty()) {
            return new Verdict.Ignored(aside);
        }
        return line(fields(row));
    }

    private Verdict header(Row row) {
        try {
            header = columns.header(row);
            return new Verdict.Ignored("header");
        } catch (Refused refused) {
            headerRefused = refused;
            throw refused;
        }
    }

    private Fields fields(Row row) {
        if (header != null) {
            return new Fields(row, header);
        }
        throw Refused.of(row, 1, "row", "a header above it that can be read", "one that was rejected");
    }

    /** A row above the header. */
    Verdict before(Row row) {
        throw Refused.of(row, 1, "row", "the header " + columns, "something else");
    }

    /** What a row below the header is if it is none of the table's; blank if it is one. */
    String aside(Row row) {
        return "";
    }

    /** What a row of the table means. */
    abstract Verdict line(Fields fields);
}
