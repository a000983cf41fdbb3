package io.alluse.sweep;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.money.Money;
import io.alluse.run.AccountOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An account that waits, is to be reviewed or was set aside in a pass of a run; and what became of it since. */
public record KeptOutcome(
        long run,
        String job,
        BusinessDay date,
        int pass,
        long account,
        String code,
        AccountOutcome outcome,
        String reason,
        @Nullable Money shortBy,
        @Nullable Integer takenIn,
        @Nullable Resolution resolution) {

    /** When, by whom and why a person said that it needs no further pass. */
    public record Resolution(Instant at, String by, String why) {

        private static final int LONGEST = 500;

        public static Resolution of(Instant at, String by, String why) {
            String plain = why.strip();
            if (plain.isEmpty() || plain.length() > LONGEST) {
                throw Fault.usage("--reason: one to " + LONGEST + " characters that say why, found "
                        + (plain.isEmpty() ? "none" : plain.length()));
            }
            return new Resolution(at, by, plain);
        }
    }

    KeptOutcome resolved(Resolution how) {
        return new KeptOutcome(run, job, date, pass, account, code, outcome, reason, shortBy, takenIn, how);
    }
}
