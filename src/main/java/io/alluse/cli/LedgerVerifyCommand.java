package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.Finding;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.RunDigest;
import io.alluse.ledger.VerifyReport;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whether the ledger is as it was posted. */
@Command(
        name = "verify",
        description = {
            "Recomputes every hash, chain, balance and sum of the ledger and says where they contradict each other.",
            "Exit 0 if nothing does, 1 with the first contradictions otherwise. It changes nothing and stops nobody.",
            "",
            "Examples:",
            "  alluse ledger verify",
            "  alluse ledger verify --account A-000042-GEN",
            "  alluse ledger verify --anchor 5f1c…   (the digest that a run printed)",
            "",
            "The last events of an account and its head, rolled back together, look like a shorter history; so does an"
                    + " account that is gone with all its rows. Only a digest kept elsewhere shows that: --anchor.",
            ""
        })
class LedgerVerifyCommand extends Verb {

    /** Shorter work needs no progress. */
    private static final Duration LONG = Duration.ofSeconds(2);

    @Option(
            names = "--account",
            paramLabel = "CODE",
            converter = Code.class,
            description = "only the chain of this account; the other sides of its transfers are not looked at")
    @Nullable
    private String code;

    @Option(
            names = "--anchor",
            paramLabel = "DIGEST",
            description = "also whether all that the run with this digest posted is still there")
    @Nullable
    private String anchor;

    @Override
    public Integer call() {
        RunDigest digest = anchor();
        Instant start = clock().instant();
        try (Database database = database()) {
            AccountId account = code == null
                    ? null
                    : new Accounts(Session.of(database.program())).account(code).id();
            VerifyReport report = new LedgerVerification(database.program())
                    .verify(new LedgerVerification.Scope(account, digest), done -> progress(done, start));
            answer(report, Duration.between(start, clock().instant()));
            return report.isClean() ? Exit.OK.code() : Exit.FAILED.code();
        }
    }

    private @Nullable RunDigest anchor() {
        if (anchor == null) {
            return null;
        }
        try {
            return RunDigest.parse(anchor);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--anchor: " + Fault.reason(e) + "; a run prints it, and `alluse job status` shows it");
        }
    }

    private void progress(int done, Instant start) {
        boolean isLong = Duration.between(start, clock().instant()).compareTo(LONG) > 0 && done < AccountId.PARTITIONS;
        if (isLong && !options().quiet()) {
            note("verified " + 100 * done / AccountId.PARTITIONS + "%");
        }
    }

    private void answer(VerifyReport report, Duration took) {
        if (options().json()) {
            out().println(json(report, took));
        } else if (!report.isClean()) {
            report.first().forEach(finding -> out().println(finding));
            out().println(verdict(report));
        } else if (!options().quiet()) {
            out().println(clean(report, took));
        }
    }

    private static String verdict(VerifyReport report) {
        int shown = report.first().size();
        return report.findings() + (report.findings() == 1 ? " finding" : " findings")
                + (shown < report.findings() ? ", the first " + shown + " shown" : "") + ", first at "
                + report.first().getFirst().where();
    }

    private static String clean(VerifyReport report, Duration took) {
        return String.format(
                Locale.ROOT,
                "clean: %d accounts, %d events, %d movements; net worth at cost %s, base %s; %.1f s",
                report.accounts(),
                report.events(),
                report.movements(),
                report.balances().netWorth().readable(),
                report.base().readable(),
                took.toMillis() / 1000.0);
    }

    private static Json json(VerifyReport report, Duration took) {
        Json totals = Json.object();
        for (LedgerAccount account : LedgerAccount.values()) {
            totals.put(account.name(), report.balances().natural(account).toString());
        }
        return Json.object()
                .put("clean", report.isClean())
                .put("accounts", report.accounts())
                .put("events", report.events())
                .put("movements", report.movements())
                .put("netWorth", report.balances().netWorth().toString())
                .put("base", report.base().toString())
                .put("totals", totals)
                .put("findings", report.findings())
                .put(
                        "first",
                        report.first().stream().map(LedgerVerifyCommand::json).toList())
                .put("millis", took.toMillis());
    }

    private static Json json(Finding finding) {
        return Json.object()
                .put("account", finding.account())
                .put("event", finding.event())
                .put("what", finding.what())
                .put("expected", finding.expected())
                .put("found", finding.found());
    }
}
