package io.alluse.export;

import io.alluse.account.AccountId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a reader of events stands: the serial of the last one it was given of each table partition, and a check of what these events
 * are. Within a partition events become visible in the order of their serials, since the posting lock under which one is drawn is held
 * until it is committed; across partitions they do not, so a single number would not do.
 */
public record EventCursor(List<Long> serials, String check) {

    /** Before the first event. */
    public static final EventCursor START =
            new EventCursor(java.util.Collections.nCopies(AccountId.PARTITIONS, 0L), EventCheck.NOTHING);

    private static final Pattern SHAPE =
            Pattern.compile("1((\\.[0-9a-z]{1,12}){" + AccountId.PARTITIONS + "})-([0-9a-f]{16})");
    private static final int RADIX = 36;

    public EventCursor {
        serials = List.copyOf(serials);
    }

    /** Reads what {@link #toString} wrote. */
    public static EventCursor parse(String text) {
        var matcher = SHAPE.matcher(text.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a cursor that an export has printed: " + text);
        }
        List<Long> serials = Arrays.stream(matcher.group(1).substring(1).split("\\."))
                .map(number -> Long.parseLong(number, RADIX))
                .toList();
        return new EventCursor(serials, matcher.group(3));
    }

    @Override
    public String toString() {
        return serials.stream()
                .map(serial -> Long.toString(serial, RADIX))
                .collect(Collectors.joining(".", "1.", "-" + check));
    }
}
