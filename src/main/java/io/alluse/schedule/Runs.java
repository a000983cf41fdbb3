package io.alluse.schedule;

/** From when on the cron counts for a business date. */
public enum Runs {
    AFTER_CLOSE("after-close"),
    NEXT_TRADING_DAY("next-trading-day");

    private final String word;

    Runs(String word) {
        this.word = word;
    }

    /** The stable name used in files. */
    public String word() {
        return word;
    }
}
