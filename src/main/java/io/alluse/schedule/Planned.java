package io.alluse.schedule;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** When a business date of a job falls due, and why then, where it is not as on other days. */
public record Planned(String definition, LocalDate businessDate, Instant due, List<String> reasons) {

    public Planned {
        reasons = List.copyOf(reasons);
    }
}
