package io.alluse.ledger;

import java.util.Iterator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows in ascending order of their ids, the next of which can be seen before it is taken. */
final class RowCursor<T extends LedgerRow> implements AutoCloseable {

    /** Beyond every id. */
    static final long END = Long.MAX_VALUE;

    private final Stream<T> rows;
    private final Iterator<T> iterator;
    private @Nullable T next;

    RowCursor(Stream<T> rows) {
        this.rows = rows;
        this.iterator = rows.iterator();
        advance();
    }

    private void advance() {
        next = iterator.hasNext() ? iterator.next() : null;
    }

    long nextId() {
        return next == null ? END : next.id();
    }

    /** The next row if it is of this account. */
    @Nullable
    T seenAt(long id) {
        return nextId() == id ? next : null;
    }

    @Nullable
    T takenAt(long id) {
        T taken = seenAt(id);
        if (taken != null) {
            advance();
        }
        return taken;
    }

    @Override
    public void close() {
        rows.close();
    }
}
