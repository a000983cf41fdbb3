package io.alluse.doctor;

import java.util.Locale;

/**
 * What one look has found.
 *
 * @param mend what to do about it; empty where nothing has to be done
 */
public record Health(String check, Verdict verdict, String text, String mend) {

    /** How bad it is. */
    public enum Verdict {
        OK,
        /** Jobs run, but somebody should look. */
        WARN,
        /** Jobs do not run, or not safely. */
        BAD;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Health ok(String check, String text) {
        return new Health(check, Verdict.OK, text, "");
    }

    static Health warn(String check, String text, String mend) {
        return new Health(check, Verdict.WARN, text, mend);
    }

    static Health bad(String check, String text, String mend) {
        return new Health(check, Verdict.BAD, text, mend);
    }
}
