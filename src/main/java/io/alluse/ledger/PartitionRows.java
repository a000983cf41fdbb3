package io.alluse.ledger;

import io.alluse.ledger.LedgerRow.AccountRow;
import io.alluse.ledger.LedgerRow.EventRow;
import io.alluse.ledger.LedgerRow.HeadRow;
import io.alluse.ledger.LedgerRow.MainRow;
import io.alluse.ledger.LedgerRow.MovementRow;
import io.alluse.ledger.LedgerRow.YearRow;

/** All that a table partition holds, six cursors side by side. */
record PartitionRows(
        RowCursor<MainRow> mains,
        RowCursor<AccountRow> accounts,
        RowCursor<HeadRow> heads,
        RowCursor<YearRow> years,
        RowCursor<EventRow> events,
        RowCursor<MovementRow> movements)
        implements AutoCloseable {

    long nextId() {
        return Math.min(Math.min(mains.nextId(), accounts.nextId()), nextIdOfChain());
    }

    private long nextIdOfChain() {
        return Math.min(Math.min(heads.nextId(), years.nextId()), Math.min(events.nextId(), movements.nextId()));
    }

    /** Whether anything but a main account has this id. */
    boolean hasAccountAt(long id) {
        return accounts.nextId() == id || nextIdOfChain() == id;
    }

    @Override
    public void close() {
        mains.close();
        accounts.close();
        heads.close();
        years.close();
        events.close();
        movements.close();
    }
}
