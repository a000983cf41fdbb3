package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.service.Due;
import io.alluse.service.DueDates;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets the dates run that were missed by jobs that want to be asked. */
@Command(
        name = "catch-up",
        description = {
            "Lets missed dates run, the earliest first. Only jobs whose definition says `catchUp: ask` wait for this word;",
            "the others catch up by themselves.",
            "",
            "Examples:",
            "  alluse schedule catch-up --preview",
            "  alluse schedule catch-up statement-import --reason \"the files are there\"",
            ""
        },
        footer = {"", "One date alone: `alluse job release JOB --date D`. Exit 6 where nothing waits for it."})
final class ScheduleCatchUpCommand extends Verb {

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "only of this job definition")
    @Nullable
    private String job;

    @Option(names = "--preview", description = "show which dates would run and change nothing")
    private boolean preview;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why; needed without --preview, kept in the audit")
    @Nullable
    private String reason;

    @Override
    public Integer call() {
        try (Database database = database()) {
            DataSource source = database.program();
            DueDates dates = new DueDates(Session.of(source), definitions().all(), Audit.of(source, auditContext()));
            Optional<String> only = Optional.ofNullable(job);
            answer(preview ? dates.missed(only) : dates.catchUp(only, act(), clock().instant()));
        }
        return Exit.OK.code();
    }

    private Act act() {
        if (reason == null) {
            throw Fault.usage("schedule catch-up needs --reason TEXT, or --preview to see what it would do");
        }
        return new Act(auditContext().osUser(), reason, dateOrToday(null));
    }

    private void answer(List<Due> dates) {
        if (options().json()) {
            out().println(Json.text(dates.stream().map(DueText::json).toList()));
        } else if (options().quiet()) {
            dates.forEach(due -> out().println(due.key()));
        } else if (dates.isEmpty()) {
            note("no missed date waits for a word");
        } else {
            TextTable table = TextTable.of("JOB", "DATE", "WAS DUE (UTC)");
            dates.forEach(due -> table.row(due.name(), due.key().date(), RunText.time(due.at())));
            out().print(table);
            note(dates.size() + (preview ? " would run" : " run when their turn comes; see `alluse job status --due`"));
        }
        out().flush();
    }
}
