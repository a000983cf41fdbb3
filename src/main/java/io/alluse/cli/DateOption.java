package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The business date of a command that posts: one to come, as a typing error in the year makes it, is asked about first. */
final class DateOption {

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "the business date (default: today in New York)")
    @Nullable
    private String date;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private YesOption yes;

    boolean yes() {
        return yes.given();
    }

    /** A rehearsal closes nothing: it may look ahead. */
    BusinessDay day(Verb verb, boolean rehearsal) {
        if (rehearsal) {
            return verb.dateOrToday(date);
        }
        BusinessDay day = verb.day(date);
        mustBeMeant(verb, day, yes());
        return day;
    }

    static void mustBeMeant(Verb verb, BusinessDay day, boolean yes) {
        BusinessDay today = BusinessDay.today(verb.clock());
        if (day.compareTo(today) > 0
                && !Confirm.asked(
                        "the business date " + day + " is in the future (today is " + today
                                + "), and what is posted under it may close what lies before; go on?",
                        yes)) {
            throw Fault.usage("--date " + day + ": is in the future; nothing was done");
        }
    }
}
