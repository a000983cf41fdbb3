package io.alluse.holding;

import io.alluse.activity.Activity;

/** What one account holds, while its activities are taken one after the other; see {@link DayOrder} for the order. */
public final class Holdings {

    private Holdings(HoldingsStart start) {}

    public static Holdings of(HoldingsStart start) {
        return new Holdings(start);
    }

    public Taken take(Activity activity, String line) {
        throw new UnsupportedOperationException("in work");
    }

    public HoldingChanges changes() {
        throw new UnsupportedOperationException("in work");
    }
}
