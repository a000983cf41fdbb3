package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.ledger.LedgerAccount;
import io.alluse.sql.Session;
import io.alluse.statement.StatementPreview;
import io.alluse.statement.StatementRehearsal;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows what an import would do, each file by itself as if the others were not there. */
final class StatementRehearsalVerb {

    private final Verb verb;
    private final @Nullable String format;
    private final @Nullable String account;
    private final BusinessDay date;
    private final boolean acceptPartial;

    StatementRehearsalVerb(
            Verb verb, @Nullable String format, @Nullable String account, BusinessDay date, boolean acceptPartial) {
        this.verb = verb;
        this.format = format;
        this.account = account;
        this.date = date;
        this.acceptPartial = acceptPartial;
    }

    int run(List<Path> files) {
        Exit exit = Exit.OK;
        List<Json> answers = new ArrayList<>();
        try (Database database = verb.database()) {
            Session session = Session.of(database.program());
            for (Path file : files) {
                StatementPreview preview = StatementRehearsal.of(session, verb.book(), file, format, account, date);
                answers.add(json(file, preview));
                answer(file, preview);
                exit = preview.counts().rejected() == 0 ? exit : acceptPartial ? Exit.SET_ASIDE : Exit.FAILED;
            }
        }
        if (verb.options().json()) {
            verb.out().println(Json.object().put("dryRun", true).put("statements", answers));
        }
        return exit.code();
    }

    private static Json json(Path file, StatementPreview preview) {
        return Json.object()
                .put("file", file)
                .put("format", preview.format())
                .put("lines", preview.seen())
                .put("posted", preview.counts().posted())
                .put("duplicate", preview.counts().duplicate())
                .put("ignored", preview.counts().ignored())
                .put("rejected", preview.counts().rejected())
                .put("money", StatementText.money(preview.moved()))
                .put(
                        "problems",
                        preview.rejected().stream().map(StatementText::json).toList());
    }

    private void answer(Path file, StatementPreview preview) {
        if (verb.options().json()) {
            return;
        }
        verb.out().println(file + "  " + preview.format() + "  dry run: nothing was written");
        StatementText.counts(verb.out(), preview.seen(), preview.counts());
        for (LedgerAccount ledger : LedgerAccount.values()) {
            if (!preview.moved().of(ledger).isZero()) {
                verb.out()
                        .printf(
                                Locale.ROOT,
                                "  %-14s %s%n",
                                ledger,
                                preview.moved().natural(ledger).readable());
            }
        }
        StatementText.problems(
                verb.err(),
                file.toString(),
                preview.rejected(),
                preview.counts().rejected());
        StatementText.warnings(verb.err(), file.toString(), preview.warnings());
    }
}
