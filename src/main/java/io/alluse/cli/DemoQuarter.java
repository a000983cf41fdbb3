package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.LedgerVerification;
import io.alluse.lineage.ForkState;
import io.alluse.lineage.Lineage;
import io.alluse.money.Money;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Run;
import io.alluse.run.RunKey;
import io.alluse.run.Tally;
import io.alluse.statement.StatementReport;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first quarter of 2026 in the life of three main accounts, one under each policy: every night and every week is run by the jobs
 * themselves, a run is killed and carried on, and an account forks.
 */
final class DemoQuarter {

    static final int ACCOUNTS_PER_MAIN = 3;

    private static final BusinessDay FIRST = BusinessDay.parse("2026-01-02");
    private static final BusinessDay LAST = BusinessDay.parse("2026-03-31");
    private static final BusinessDay EXPLAINED = BusinessDay.parse("2026-01-16");
    private static final BusinessDay KILLED = BusinessDay.parse("2026-02-13");
    private static final String GROWING_MAIN = "A-000001";
    private static final String GROWING = GROWING_MAIN + "-GEN";
    private static final String FORK = GROWING + "-1";

    private final Verb verb;
    private final DemoClock clock;
    private final DemoHouse house;
    private final DemoBroker broker;
    private final DemoTeller teller;
    private final Lineage lineage;

    DemoQuarter(Verb verb, DemoClock clock, DemoHouse house, DemoBroker broker) {
        this.verb = verb;
        this.clock = clock;
        this.house = house;
        this.broker = broker;
        this.teller = new DemoTeller(verb, clock);
        this.lineage = new Lineage(house.context().session());
    }

    boolean isTold() {
        return house.runs()
                .find(RunKey.of(SweepJobs.QUARTERLY_ALLOCATION.job(), LAST))
                .filter(run -> run.outcome().isComplete())
                .isPresent();
    }

    void tell() {
        teller.line(
                "A quarter in the life of three main accounts. The jobs are the real ones, only the clock is the story's.");
        teller.line("");
        capitalize();
        LocalDate reported = LocalDate.MIN;
        for (LocalDate date = FIRST.date(); !date.isAfter(LAST.date()); date = BusinessDays.after(date, 1)) {
            BusinessDay day = BusinessDay.of(date);
            clock.setToEvening(day);
            if (endsWeek(day) || day.equals(LAST)) {
                week(day, reported);
                reported = date;
            }
            night(day);
        }
        quarter();
    }

    private static boolean endsWeek(BusinessDay day) {
        return ChronoUnit.DAYS.between(day.date(), BusinessDays.after(day.date(), 1)) > 2;
    }

    private void capitalize() {
        clock.setToEvening(FIRST);
        Balances moved = house.capitalized(broker.plan(), FIRST).moved();
        teller.day(
                FIRST,
                "initial-capitalization: 3 main accounts, 9 accounts, "
                        + moved.natural(LedgerAccount.CAPITAL).readable() + ", of this "
                        + moved.natural(LedgerAccount.BUFFER).readable() + " cash buffer");
        teller.command("account tree");
        teller.line("");
    }

    private void night(BusinessDay day) {
        house.job(SweepJobs.TAX_AND_BUFFER, day);
        Run forks = house.job(SweepJobs.FORK_SWEEP, day);
        if (house.tally(forks).of(AccountOutcome.POSTED) > 0) {
            forked(day);
        } else {
            mapped(day);
        }
        house.job(SweepJobs.MERGE_SWEEP, day);
        house.job(SweepJobs.HIERARCHY_CHECK, day);
    }

    private void week(BusinessDay day, LocalDate reported) {
        String statements = statements(day, reported);
        if (!endsWeek(day)) {
            teller.day(day, statements);
            return;
        }
        if (day.equals(KILLED)) {
            teller.day(day, statements);
            killed(day);
            return;
        }
        Run week = house.job(SweepJobs.WEEKLY_REINVESTMENT, day);
        teller.day(day, statements + "; " + reinvested(house.tally(week)));
        if (day.equals(EXPLAINED)) {
            teller.note("Every figure can be explained:");
            teller.command("job explain " + week.id() + " " + GROWING);
        }
    }

    private static String reinvested(Tally week) {
        Money contracts = week.moved().natural(LedgerAccount.ALLOCATED_CONTRACTS);
        Money tax = week.moved().natural(LedgerAccount.TAX_PAYABLE);
        return contracts.isZero()
                ? "nothing to reinvest"
                : "tax " + tax.readable() + ", to contracts " + contracts.readable();
    }

    /** Whatever the brokers have to tell since the last time; the lines before that are in their files, too. */
    private String statements(BusinessDay day, LocalDate reported) {
        List<String> accounts = new ArrayList<>(DemoBroker.ACCOUNTS);
        if (lineage.fork(FORK).isPresent()) {
            accounts.addAll(DemoBroker.FORKED);
        }
        int files = 0;
        long posted = 0;
        long known = 0;
        for (String account : accounts) {
            Optional<StatementReport> report = broker.statement(account, reported, day.date())
                    .flatMap(file -> house.imported(file, DemoBroker.reference(account), day));
            files += report.isPresent() ? 1 : 0;
            posted += report.map(found -> found.counts().posted()).orElse(0L);
            known += report.map(found -> found.counts().duplicate()).orElse(0L);
        }
        return "%d statements, %d lines posted, %d known".formatted(files, posted, known);
    }

    /** The process is killed when three of nine accounts are done. */
    private void killed(BusinessDay day) {
        SweepJobs job = SweepJobs.WEEKLY_REINVESTMENT;
        Optional<Run> before = house.runs().find(RunKey.of(job.job(), day));
        if (before.filter(run -> run.outcome().isComplete()).isPresent()) {
            return;
        }
        Run run = before.isPresent() ? before.get() : new DemoCrash(verb, house, clock).kill(job, day, GROWING_MAIN);
        teller.note("weekly-reinvestment is killed in its middle (kill -9):");
        teller.command("job status --limit 1");
        teller.note("It is relaunched, and goes on where it was:");
        teller.command("job relaunch " + run.id());
    }

    private void forked(BusinessDay day) {
        teller.day(day, "fork-sweep: " + GROWING + " has grown over its threshold, and pays for two new accounts");
        teller.command("fork show " + FORK);
    }

    /** On the business day after the fork. */
    private void mapped(BusinessDay day) {
        if (lineage.fork(FORK)
                .filter(fork -> fork.state() == ForkState.AWAITING)
                .isEmpty()) {
            return;
        }
        teller.day(day, "the broker has opened the accounts of the fork");
        for (String account : DemoBroker.FORKED) {
            String code =
                    "A-000001-GEN-1-" + account.substring(account.length() - 3).toUpperCase(java.util.Locale.ROOT);
            teller.command("account map " + code + " --reference " + DemoBroker.reference(account) + " --date " + day);
        }
    }

    private void quarter() {
        clock.setToEvening(BusinessDay.of(BusinessDays.after(LAST.date(), 1)));
        Balances moved =
                house.tally(house.job(SweepJobs.QUARTERLY_ALLOCATION, LAST)).moved();
        teller.day(
                BusinessDay.of(BusinessDays.after(LAST.date(), 1)),
                "quarterly-allocation: to contracts "
                        + moved.natural(LedgerAccount.ALLOCATED_CONTRACTS).readable() + ", to shares "
                        + moved.natural(LedgerAccount.ALLOCATED_SHARES).readable() + ", to LEAPS "
                        + moved.natural(LedgerAccount.ALLOCATED_LEAPS).readable());
        teller.line("");
    }

    /** Where everything has come to; shown again whenever the demo is given again. */
    void end() {
        teller.line("What there is now:");
        teller.command("account tree");
        teller.line("Control totals of all accounts:");
        var report =
                new LedgerVerification(house.database().program()).verify(LedgerVerification.Scope.ALL, done -> {});
        for (LedgerAccount account : LedgerAccount.values()) {
            Money total = report.balances().natural(account);
            if (!total.isZero() || account == LedgerAccount.TRANSFERS) {
                teller.note("%-20s %16s".formatted(account, total.readable()));
            }
        }
        teller.line("And the proof that every cent is where the ledger says:");
        teller.command("ledger verify");
    }
}
