package io.alluse.intent;

import io.alluse.account.AccountId;
import io.alluse.fault.Fault;
import java.util.Comparator;

/** Which intent: of an account, made by an event of this number, the so-and-so-many-th of it. */
public record IntentRef(AccountId account, int event, int no) implements Comparable<IntentRef> {

    private static final Comparator<IntentRef> ORDER = Comparator.comparing(IntentRef::account)
            .thenComparingInt(IntentRef::event)
            .thenComparingInt(IntentRef::no);
    private static final int MOST_DIGITS = 9;

    /** As {@link #text} has it. */
    public static IntentRef parse(AccountId account, String text) {
        int point = text.indexOf('.');
        String event = text.substring(0, Math.max(point, 0));
        String no = text.substring(point + 1);
        if (!isNumber(event) || !isNumber(no)) {
            throw Fault.usage("'" + text + "' is not the number of an intent: the event and, behind a point, which one"
                    + " of it, such as 17.2; see `alluse intent list`");
        }
        return new IntentRef(account, Integer.parseInt(event), Integer.parseInt(no));
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** {@code 17.2}: the second one that event 17 of the account has made. */
    public String text() {
        return event + "." + no;
    }

    @Override
    public int compareTo(IntentRef other) {
        return ORDER.compare(this, other);
    }
}
