package io.alluse.export;

import io.alluse.account.AccountId;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Hands over events that have been committed since a cursor, none twice and none left out, whoever posts meanwhile. The events of one
 * partition come in the order in which they were committed; the partitions take turns, so that on the whole the older ones come first.
 */
public final class EventExport {

    /** Serials that are looked through at a time; twice as many after each time that found nothing. */
    private static final long WINDOW = 100_000;

    private static final int PAGE = 10_000;

    private final EventExportStore store;
    private final long[] reached = new long[AccountId.PARTITIONS];
    private final byte[][] hashes = new byte[AccountId.PARTITIONS][];

    private EventExport(EventExportStore store) {
        this.store = store;
    }

    /** Goes on where the cursor stands; refused where the ledger no longer holds the events that it stands at. */
    public static EventExport since(EventCursor cursor, Session session) {
        EventExport export = new EventExport(new EventExportStore(session));
        for (int p = 0; p < AccountId.PARTITIONS; p++) {
            long serial = cursor.serials().get(p);
            export.reached[p] = serial;
            export.hashes[p] = serial == 0 ? new byte[0] : export.store.hash(p, serial);
        }
        if (!export.cursor().check().equals(cursor.check())) {
            throw Fault.conflict(
                    "--since " + cursor + ": this ledger does not hold the events that the cursor stands at;"
                            + " it is of another database, of another reader, or from after the backup that was restored."
                            + " Take an older cursor, or begin anew without --since");
        }
        return export;
    }

    /** Behind all that has been handed over. */
    public EventCursor cursor() {
        List<Long> serials = Arrays.stream(reached).boxed().toList();
        return new EventCursor(serials, EventCheck.of(Arrays.asList(hashes)));
    }

    /**
     * All that there is now, at most so many; returns how many there were.
     *
     * @param paused told after each page, when {@link #cursor} is worth keeping
     */
    public long run(long most, Consumer<ExportedEvent> each, Runnable paused) {
        long horizon = store.horizon();
        long[] looked = reached.clone();
        long[] widths = new long[AccountId.PARTITIONS];
        Arrays.fill(widths, WINDOW);
        long left = most;
        for (int p = hindmost(looked); left > 0 && looked[p] < horizon; p = hindmost(looked)) {
            long upTo = Math.min(looked[p] + widths[p], horizon);
            int asked = (int) Math.min(left, PAGE);
            int found = store.events(p, looked[p], upTo, asked, given(p, each));
            looked[p] = found == asked ? reached[p] : upTo;
            widths[p] = found == 0 ? 2 * widths[p] : WINDOW;
            left -= found;
            if (found > 0) {
                paused.run();
            }
        }
        return most - left;
    }

    private Consumer<ExportedEvent> given(int partition, Consumer<ExportedEvent> each) {
        return event -> {
            each.accept(event);
            reached[partition] = event.serial();
            hashes[partition] = event.hash();
        };
    }

    private static int hindmost(long[] looked) {
        return IntStream.range(0, looked.length)
                .reduce((a, b) -> looked[b] < looked[a] ? b : a)
                .orElseThrow();
    }
}
