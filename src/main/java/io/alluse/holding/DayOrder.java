package io.alluse.holding;

import java.util.List;

/** The order in which the lines of one account are taken. */
public final class DayOrder {

    private DayOrder() {}

    /** Lines as the file tells them, oldest first. */
    public static List<Line> of(List<Line> lines) {
        throw new UnsupportedOperationException("in work");
    }
}
