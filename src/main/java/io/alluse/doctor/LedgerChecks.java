package io.alluse.doctor;

import io.alluse.account.AccountId;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.LedgerVerification.Scope;
import io.alluse.ledger.VerifyReport;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.text.Durations;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what the jobs have left is as it should be. */
final class LedgerChecks {

    private static final Duration DAILY = Duration.ofHours(36);
    private static final Duration WEEKLY = Duration.ofDays(8);
    private static final int MOST_NAMED = 5;

    private LedgerChecks() {}

    static Health runs(Runs runs, List<Run> open) {
        List<Run> abandoned = open.stream().filter(runs::isAbandoned).toList();
        return abandoned.isEmpty()
                ? Health.ok("runs", open.size() + " under way, none without its process")
                : Health.bad(
                        "runs",
                        "nobody carries out any more: " + named(abandoned),
                        "alluse job relaunch " + abandoned.getFirst().id());
    }

    static Health failed(List<Run> failed, long setAside) {
        if (!failed.isEmpty()) {
            return Health.warn(
                    "leftovers",
                    failed.size() + " runs have failed and not been relaunched: " + named(failed),
                    "alluse job status " + failed.getFirst().id());
        }
        return setAside == 0
                ? Health.ok("leftovers", "no run failed, nothing set aside")
                : Health.warn("leftovers", setAside + " accounts are set aside", "alluse set-aside list");
    }

    private static String named(List<Run> runs) {
        return runs.stream()
                        .limit(MOST_NAMED)
                        .map(run -> run.id() + " (" + run.key() + ")")
                        .collect(Collectors.joining(", "))
                + (runs.size() > MOST_NAMED ? " …" : "");
    }

    /** Chains of a few accounts; all of them are for `ledger verify`. */
    static Health ledger(LedgerVerification verification, List<AccountId> sample) {
        long events = 0;
        for (AccountId account : sample) {
            VerifyReport report = verification.verify(new Scope(account, null), done -> {});
            if (!report.isClean()) {
                return Health.bad(
                        "ledger",
                        String.valueOf(report.first().getFirst()),
                        "run no job; see docs/runbook.md, `ledger verify` found something");
            }
            events += report.events();
        }
        return Health.ok("ledger", "a sample of " + sample.size() + " accounts with " + events + " events is clean");
    }

    static Health backups(@Nullable Instant last, String place, boolean empty, Instant now) {
        if (last == null) {
            return empty
                    ? Health.ok("backups", "there is nothing to back up yet")
                    : Health.warn("backups", "none has been taken", "alluse db backup DIR");
        }
        Duration age = Duration.between(last, now);
        String text = "the last one is " + Durations.text(age.isNegative() ? Duration.ZERO : age) + " old, at " + place;
        if (age.compareTo(WEEKLY) > 0) {
            return Health.bad("backups", text, "alluse db backup DIR");
        }
        return age.compareTo(DAILY) > 0
                ? Health.warn("backups", text, "alluse db backup DIR")
                : Health.ok("backups", text);
    }

    static Optional<Health> untold(long overdue) {
        return overdue == 0
                ? Optional.empty()
                : Optional.of(Health.warn(
                        "undelivered",
                        overdue + " notifications have not arrived for an hour",
                        "alluse notification list"));
    }
}
