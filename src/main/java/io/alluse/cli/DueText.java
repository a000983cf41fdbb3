package io.alluse.cli;

import io.alluse.service.Due;
import io.alluse.service.Standing;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.util.List;

/** Due dates, for people and for programs. */
final class DueText {

    private static final String SCHEMA = "alluse.due/1";

    private DueText() {}

    static Json json(Due due) {
        return Json.object()
                .put("schema", SCHEMA)
                .put("job", due.name())
                .put("date", due.key().date())
                .put("dueAt", due.at())
                .put("shifts", due.shifts())
                .put("state", due.state())
                .put("failures", due.failures())
                .put("notBefore", due.notBefore())
                .put("lateSince", due.lateSince())
                .put("run", due.run())
                .put("node", due.node())
                .put("startedAt", due.startedAt())
                .put("endedAt", due.endedAt())
                .put("why", due.why());
    }

    static Json json(Standing standing) {
        return json(standing.due()).put("standing", standing.word()).put("because", standing.why());
    }

    static void print(PrintWriter out, List<Standing> standings) {
        TextTable table = TextTable.of("DUE", "DATE", "SINCE (UTC)", "STANDS", "BECAUSE");
        for (Standing one : standings) {
            Due due = one.due();
            table.row(due.name(), due.key().date(), RunText.time(due.at()), word(one), because(one));
        }
        out.print(table);
    }

    /** Of one that only a person can let go on, what has become of it says more. */
    private static Object word(Standing one) {
        boolean itself = one.word() == Standing.Word.STUCK && one.due().state().needsPerson();
        return itself ? one.due().state() : one.word();
    }

    private static String because(Standing one) {
        String late = one.due().lateSince() == null ? "" : "late; ";
        return late + one.why();
    }
}
