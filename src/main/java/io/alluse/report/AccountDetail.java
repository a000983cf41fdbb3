package io.alluse.report;

import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that stands behind a line of the list. */
public record AccountDetail(
        AccountLine line, List<Setting> overrides, List<Open> announcements, HistoryLine lastEvent) {

    /** A key of the policy that a person or a plan set otherwise; of several for a key the last one is in force. */
    public record Setting(LocalDate effectiveOn, String key, String value, String source) {}

    /** What the broker is still to do. */
    public record Open(
            String direction,
            @Nullable Money amount,
            @Nullable String instrument,
            @Nullable BigDecimal quantity,
            LocalDate dated) {}

    public AccountDetail {
        overrides = List.copyOf(overrides);
        announcements = List.copyOf(announcements);
    }
}
