package io.alluse.consolidation;

import io.alluse.policy.ConsolidationPolicy.Triggers;
import java.math.BigDecimal;
import java.util.Arrays;

/** Why an account is looked at; each is as reliable as the policy says (docs/rules.md 7.5). */
public enum Trigger {
    UNDERPERFORMANCE("underperformance"),
    EFFICIENCY("efficiency"),
    RISK("risk"),
    UNUSED_CASH("unused-cash"),
    REQUEST("request"),
    FAMILY("family");

    private final String word;

    Trigger(String word) {
        this.word = word;
    }

    /** The stable name. */
    public String word() {
        return word;
    }

    static Trigger ofWord(String word) {
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    BigDecimal reliability(Triggers policy) {
        return switch (this) {
            case UNDERPERFORMANCE -> policy.returnReliability();
            case EFFICIENCY -> policy.netWorthReliability();
            case RISK -> policy.drawdownReliability();
            case UNUSED_CASH -> policy.unusedReliability();
            case REQUEST -> policy.manualReliability();
            case FAMILY -> policy.familyReliability();
        };
    }
}
