package io.alluse.cli;

import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Attempt;
import io.alluse.run.Run;
import io.alluse.run.Tally;
import io.alluse.text.Durations;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** What became of a run, for people and for programs. */
final class RunText {

    static final String SCHEMA = "alluse.run/1";

    static final String ACCOUNTS = "accounts";

    private RunText() {}

    static void print(PrintWriter out, RunDetail detail) {
        Run run = detail.run();
        String took = run.endedAt() == null ? "" : " in " + Durations.text(detail.took());
        out.println(run.key() + "  run " + run.id() + "  " + run.outcome() + took);
        long population = run.population() == null ? 0 : run.population();
        counts(out, detail.isOfAccounts() ? ACCOUNTS : "rows", population, detail::of, detail.tally());
        money(out, detail.tally().moved());
        if (run.digest() != null) {
            line(out, "digest", run.digest());
        }
        if (run.pass() > 1) {
            line(out, "passes", Integer.toString(run.pass()));
        }
        if (detail.attempts().size() > 1) {
            line(out, "attempts", Integer.toString(detail.attempts().size()));
        }
        out.flush();
    }

    /** All six, so that one sees that they add up; the reasons that accounts share beneath their outcome. */
    static void counts(
            PrintWriter out, String unit, long population, ToLongFunction<AccountOutcome> counts, Tally tally) {
        line(out, unit, number(population));
        for (AccountOutcome outcome : AccountOutcome.values()) {
            line(out, words(outcome, unit.equals(ACCOUNTS)), number(counts.applyAsLong(outcome)));
            reasons(tally, outcome).forEach((reason, count) -> line(out, "", number(count) + "  " + reason));
        }
    }

    /** Rows of a file are refused, not set aside: nothing takes them again but the file that has been mended. */
    static String words(AccountOutcome outcome, boolean ofAccounts) {
        return outcome == AccountOutcome.SET_ASIDE && !ofAccounts ? "refused" : outcome.words();
    }

    /** With the signs people read; and that nothing came from or went to another account is said, not left out. */
    static void money(PrintWriter out, Balances moved) {
        for (LedgerAccount account : LedgerAccount.values()) {
            if (account == LedgerAccount.TRANSFERS || !moved.of(account).isZero()) {
                line(out, account.name(), moved.natural(account).readable());
            }
        }
    }

    private static void line(PrintWriter out, String label, String value) {
        out.printf(Locale.ROOT, "  %-20s %s%n", label, value);
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static SortedMap<String, Long> reasons(Tally tally, AccountOutcome outcome) {
        String before = outcome.words() + ": ";
        SortedMap<String, Long> reasons = new TreeMap<>();
        tally.reasons().forEach((reason, count) -> {
            if (reason.startsWith(before)) {
                reasons.put(reason.substring(before.length()), count);
            }
        });
        return reasons;
    }

    /** Who tried, from when to when, and what came of it. */
    static void attempts(PrintWriter out, List<Attempt> attempts) {
        TextTable table = TextTable.of(">ATTEMPT", "OUTCOME", "STARTED (UTC)", ">TOOK", "BY", "FAILURE");
        for (Attempt attempt : attempts) {
            table.row(
                    attempt.no(),
                    attempt.outcome() == null ? "-" : attempt.outcome(),
                    time(attempt.startedAt()),
                    took(attempt),
                    attempt.owner(),
                    attempt.failure() == null ? "" : attempt.failure());
        }
        out.print(Terminal.fit(table));
        out.flush();
    }

    private static String took(Attempt attempt) {
        return attempt.endedAt() == null
                ? "-"
                : Durations.text(java.time.Duration.between(attempt.startedAt(), attempt.endedAt()));
    }

    /** {@code 2026-01-05 14:30:00}. */
    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS)
                .toString()
                .replace('T', ' ')
                .replace("Z", "");
    }

    static Json json(RunDetail detail) {
        Run run = detail.run();
        Json json = Json.object()
                .put("schema", SCHEMA)
                .put("run", run.id())
                .put("job", run.key().job())
                .put("date", run.key().date())
                .put("input", run.inputName())
                .put("pass", run.pass())
                .put("outcome", run.outcome());
        counts(json, run.population(), detail::of, detail.tally());
        return json.put("startedAt", run.startedAt())
                .put("endedAt", run.endedAt())
                .put("digest", run.digest())
                .put("failure", run.failure())
                .put("attempts", detail.attempts().stream().map(RunText::json).toList());
    }

    static Json counts(Json json, @Nullable Long population, ToLongFunction<AccountOutcome> counts, Tally tally) {
        json.put("population", population);
        Json reasons = Json.object();
        for (AccountOutcome outcome : AccountOutcome.values()) {
            json.put(name(outcome), counts.applyAsLong(outcome));
            SortedMap<String, Long> of = reasons(tally, outcome);
            if (!of.isEmpty()) {
                reasons.put(name(outcome), of);
            }
        }
        return json.put("reasons", reasons)
                .put("money", json(tally.moved()))
                .put("transfers", tally.moved().of(LedgerAccount.TRANSFERS).toString());
    }

    static Json json(Balances moved) {
        Json money = Json.object();
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!moved.of(account).isZero()) {
                money.put(account.name(), moved.natural(account).toString());
            }
        }
        return money;
    }

    private static Json json(Attempt attempt) {
        return Json.object()
                .put("no", attempt.no())
                .put("node", attempt.owner().node())
                .put("pid", attempt.owner().pid())
                .put("osUser", attempt.owner().osUser())
                .put("startedAt", attempt.startedAt())
                .put("endedAt", attempt.endedAt())
                .put("outcome", attempt.outcome())
                .put("failure", attempt.failure());
    }

    /** As it is called in JSON: {@code notEligible}. */
    static String name(AccountOutcome outcome) {
        return switch (outcome) {
            case POSTED -> "posted";
            case NOTHING -> "nothing";
            case WAITING -> "waiting";
            case REVIEW -> "review";
            case NOT_ELIGIBLE -> "notEligible";
            case SET_ASIDE -> "setAside";
        };
    }
}
