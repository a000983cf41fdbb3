package io.alluse.ledger;

import java.util.Optional;

/** A period whose results are the difference to a mark, which every event of one rule leaves (docs/rules.md 5.7). */
public enum Period {
    WEEK("weekly-reinvestment"),
    QUARTER("quarterly-allocation");

    private final String rule;

    Period(String rule) {
        this.rule = rule;
    }

    /** The rule whose events close such a period. */
    public String rule() {
        return rule;
    }

    static Optional<Period> ofRule(String rule) {
        for (Period period : values()) {
            if (period.rule.equals(rule)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }
}
