package io.alluse.policy;

/** How far away an option may expire, in months, both ends included. */
public record ExpiryWindow(int fromMonths, int toMonths) {

    public ExpiryWindow {
        Range.check("month", fromMonths, toMonths, 1, 60);
    }

    @Override
    public String toString() {
        return fromMonths + "-" + toMonths;
    }
}
