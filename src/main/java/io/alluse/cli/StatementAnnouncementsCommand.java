package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.statement.Announced;
import io.alluse.statement.Announcements;
import io.alluse.statement.OpenAnnouncement;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What we have posted and no statement has shown yet. */
@Command(
        name = "announcements",
        description = {
            "Lists what was posted here and no statement has shown yet: opening capital, forks, transfers.",
            "",
            "Examples:",
            "  alluse statement announcements",
            "  alluse statement announcements --overdue --date 2026-01-30",
            "  alluse statement announcements --json",
            ""
        },
        footer = {
            "",
            "A deposit, withdrawal, journal or transfer line of the same amount settles the oldest of them until the day",
            "given; after it the announcement is overdue, and such a line counts as new money. See docs/statements.md."
        })
final class StatementAnnouncementsCommand extends Verb {

    private static final int PAGE = 100;

    @Option(names = "--overdue", description = "only those whose last day is over")
    private boolean overdue;

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", description = "as of this date (default: today in New York)")
    @Nullable
    private String date;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "at most so many (default: " + PAGE + ", all with --json or --quiet)")
    @Nullable
    private Integer limit;

    @Override
    public Integer call() {
        if (limit != null && limit < 1) {
            throw Fault.usage("--limit " + limit + ": at least one");
        }
        LocalDate day = dateOrToday(date).date();
        try (Database database = database()) {
            answer(new Announcements(Session.of(database.program()), book()), day);
        }
        out().flush();
        return Exit.OK.code();
    }

    private void answer(Announcements announcements, LocalDate day) {
        int most = limit == null ? Integer.MAX_VALUE : limit;
        if (options().json()) {
            JsonArray array = new JsonArray(out());
            announcements.list(day, overdue, most, one -> array.add(json(one, day)));
            array.end();
        } else if (options().quiet()) {
            announcements.list(
                    day, overdue, most, one -> out().println(one.announcement().code()));
        } else {
            print(announcements, day, limit == null ? PAGE : limit);
        }
    }

    /** One more than shown is asked for, to know whether there are more. */
    private void print(Announcements announcements, LocalDate day, int most) {
        List<Announced> found = new ArrayList<>();
        announcements.list(day, overdue, most == Integer.MAX_VALUE ? most : most + 1, found::add);
        if (found.isEmpty()) {
            note(overdue ? "nothing is overdue on " + day : "nothing is announced");
            return;
        }
        TextTable table = TextTable.of("ACCOUNT", ">EVENT", "WAY", "WHAT", "ANNOUNCED", "UNTIL", "STATE");
        found.stream().limit(most).forEach(one -> row(table, one, day));
        out().print(Terminal.fit(table));
        if (found.size() > most) {
            note("there are more; --limit N shows more of them, --json all");
        }
    }

    private static void row(TextTable table, Announced one, LocalDate day) {
        OpenAnnouncement open = one.announcement();
        table.row(
                open.code(),
                open.event(),
                way(open),
                open.instrument() == null ? plain(open.amount()) : plain(open.quantity()) + " " + open.instrument(),
                open.dated(),
                one.until(),
                one.isOverdueOn(day) ? "overdue" : "open");
    }

    private static String way(OpenAnnouncement open) {
        return open.direction().name().toLowerCase(Locale.ROOT);
    }

    private static String plain(@Nullable BigDecimal number) {
        return Objects.requireNonNull(number).toPlainString();
    }

    private static Json json(Announced one, LocalDate day) {
        OpenAnnouncement open = one.announcement();
        return Json.object()
                .put("account", open.code())
                .put("event", open.event())
                .put("seq", open.seq())
                .put("direction", way(open))
                .put("amount", open.amount() == null ? null : open.amount().toPlainString())
                .put("instrument", open.instrument())
                .put(
                        "quantity",
                        open.quantity() == null ? null : open.quantity().toPlainString())
                .put("dated", open.dated())
                .put("until", one.until())
                .put("overdue", one.isOverdueOn(day));
    }
}
