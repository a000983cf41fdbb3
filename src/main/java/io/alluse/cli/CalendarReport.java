package io.alluse.cli;

import io.alluse.bench.LivedCalendar;
import io.alluse.schedule.Planned;
import io.alluse.text.Json;
import java.util.List;

/** Whether a stretch of the calendar full of trouble comes to the same as one without. */
record CalendarReport(List<String> planned, LivedCalendar quiet, LivedCalendar troubled, boolean verified) {

    static CalendarReport of(List<Planned> planned, LivedCalendar quiet, LivedCalendar troubled, boolean verified) {
        List<String> dates = planned.stream()
                .map(one -> one.definition() + " " + one.businessDate() + " DONE")
                .sorted()
                .toList();
        return new CalendarReport(dates, quiet, troubled, verified);
    }

    /** Every planned date was done, none besides. */
    private boolean isEachDone() {
        return quiet.dates().stream().sorted().toList().equals(planned)
                && troubled.dates().stream().sorted().toList().equals(planned);
    }

    private boolean isInOrder() {
        return quiet.runs().equals(troubled.runs());
    }

    private boolean isSameLedger() {
        return quiet.chains().equals(troubled.chains());
    }

    boolean isGood() {
        return isEachDone() && isInOrder() && isSameLedger() && verified;
    }

    Json json() {
        return Json.object()
                .put("schema", "alluse.bench-calendar/1")
                .put("good", isGood())
                .put("dates", planned.size())
                .put("eachDone", isEachDone())
                .put("inOrder", isInOrder())
                .put("sameLedger", isSameLedger())
                .put("verified", verified)
                .put("accounts", troubled.chains().size())
                .put("forks", troubled.forks())
                .put("takenUpAgain", troubled.takenUpAgain());
    }

    String text() {
        return String.join(
                "\n",
                planned.size() + " dates fell due; " + troubled.takenUpAgain()
                        + " were begun, cut off and taken up again",
                "every date done, none besides:               " + word(isEachDone()),
                "run in the order of a calendar without trouble: " + word(isInOrder()),
                "the same ledger, hash by hash (" + troubled.chains().size() + " accounts, " + troubled.forks()
                        + " forks): " + word(isSameLedger()),
                "the ledger verified:                          " + word(verified),
                "");
    }

    private static String word(boolean good) {
        return good ? "yes" : "NO";
    }
}
