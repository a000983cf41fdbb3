package io.alluse.audit;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.text.Json;

/** A person's act: who, why, and the business date it is posted under. */
public record Act(String who, String reason, BusinessDay date) {

    private static final int LONGEST_REASON = 500;

    public Act {
        reason = reason.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (reason.isEmpty() ? "none" : reason.length()));
        }
    }

    /** What every event of this act says in its detail. */
    public Json detail() {
        return Json.canonical().put("reason", reason).put("who", who);
    }
}
