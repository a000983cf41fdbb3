package io.alluse.merge;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.absorption.MergeReversal;
import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.holding.Lot;
import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.LedgerVerification;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.lineage.Merge;
import io.alluse.lot.LotMoves;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.run.StopSignal;
import io.alluse.statement.LineCounts;
import io.alluse.statement.StatementImport;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import io.alluse.text.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Families that have grown, on a database of one's own, and merge sweeps over them. */
public final class MergeDesk implements AutoCloseable {

    public static final BusinessDay FORKED = SweepDesk.DAY;
    public static final BusinessDay DAY = BusinessDay.parse("2026-01-07");
    public static final BusinessDay NEXT = BusinessDay.parse("2026-01-08");

    private final CapitalizedDatabase database;
    private final SweepDesk desk;

    private MergeDesk(CapitalizedDatabase database) {
        this.database = database;
        this.desk = SweepDesk.on(database);
    }

    public static MergeDesk of(String plan) {
        return new MergeDesk(CapitalizedDatabase.of(plan));
    }

    public CapitalizedDatabase database() {
        return database;
    }

    public SweepDesk desk() {
        return desk;
    }

    AccountId id(String code) {
        return new Accounts(desk.session()).account(code).id();
    }

    public void earn(String code, String amount) {
        desk.earn(List.of(id(code)), amount, FORKED.date());
    }

    /** By money that is no result, so that no tax is due. */
    public void grow(String code, String amount) {
        desk.move(id(code), LedgerAccount.CAPITAL, LedgerAccount.CASH, amount, FORKED.date());
    }

    public void fork() {
        fork(FORKED);
    }

    void fork(BusinessDay date) {
        SweepReport report = desk.run(new ForkJob(desk.session(), desk.audit("batch")), SweepDesk.order(date, false));
        assertThat(report.run().failure()).isNull();
    }

    public void map(String code, String reference) {
        map(code, reference, FORKED);
    }

    void map(String code, String reference, BusinessDay date) {
        Act act = new Act("test", "the broker says so", date);
        new BrokerageMapping(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                .map(code, new BrokerageReference(reference), Brokerage.CONFIRMED, act, false);
    }

    public SweepReport sweep(BusinessDay date) {
        SweepReport report = desk.run(job(), SweepDesk.order(date, false));
        assertThat(report.run().failure()).isNull();
        return report;
    }

    public MergeJob job() {
        return new MergeJob(desk.session(), PolicyBook.shipped(), desk.audit("batch"));
    }

    /** Bought for CASH, or sold first where quantity and cost are negative; acquired on another day where it was taken over. */
    public void open(String code, String instrument, String quantity, String cost, LocalDate acquired) {
        AccountId account = id(code);
        Ledger ledger = new Ledger(desk.session());
        Lots lots = new Lots(desk.session());
        desk.session().transaction(() -> {
            AccountHead head = ledger.locked(account).orElseThrow();
            int no = lots.last(List.of(account)).getOrDefault(account, 0) + 1;
            Lot lot = new Lot(
                    no,
                    Objects.requireNonNull(new InstrumentReader(Notation.CANONICAL).read(instrument)),
                    acquired,
                    acquired,
                    new BigDecimal(quantity),
                    Money.of(cost),
                    new BigDecimal(quantity),
                    Money.of(cost),
                    "test/" + no + "/1");
            ledger.append(account.partition(), List.of(bought(head, lot)), null);
            lots.move(account.partition(), Map.of(account, LotMoves.in(List.of(lot), Map.of())));
            ledger.bind(account.partition(), Map.of(account, head.bound().plus(lot.bound())));
        });
    }

    private static Posting bought(AccountHead head, Lot lot) {
        Money cost = lot.cost();
        LedgerAccount held = lot.isWritten() ? LedgerAccount.SHORT_OPTIONS : LedgerAccount.SECURITIES;
        LocalDate date = FORKED.date();
        Movement movement = cost.isPositive()
                ? Movement.of(LedgerAccount.CASH, held, cost, date)
                : Movement.of(held, LedgerAccount.CASH, cost.negated(), date);
        return new Posting(
                head.chain(),
                "test-trade",
                lot.line(),
                FORKED,
                date,
                EventKind.POSTED,
                PolicyBook.shipped().policy("standard").hash(),
                Money.ZERO,
                List.of(movement),
                List.of(),
                null,
                Json.canonical());
    }

    Merge reverse(String code, BusinessDay date) {
        return new MergeReversal(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                .reverse(code, "it was a mistake", date);
    }

    /** As Robinhood tells lines: {@code date|instrument|description|code|quantity|price|amount}, newest first. */
    LineCounts statement(String account, BusinessDay date, String... lines) {
        String file = Arrays.stream(lines)
                .map(line -> Arrays.stream(line.split("\\|", -1))
                        .map(cell -> '"' + cell.strip() + '"')
                        .toList())
                .map(cells -> cells.getFirst() + "," + cells.getFirst() + "," + String.join(",", cells))
                .collect(Collectors.joining(
                        "\n",
                        "\"Activity Date\",\"Process Date\",\"Settle Date\",\"Instrument\",\"Description\",\"Trans Code\","
                                + "\"Quantity\",\"Price\",\"Amount\"\n",
                        "\n"));
        try {
            Path path = Files.writeString(Files.createTempFile("statement", ".csv"), file);
            try {
                return imported(path, account, date);
            } finally {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LineCounts imported(Path path, String account, BusinessDay date) {
        return new StatementImport(desk.session(), desk.batch(), desk.runs(), PolicyBook.shipped(), desk.audit("batch"))
                .run(new StatementImport.Order(
                        path, null, account, date, false, 1, SweepDesk.owner("test"), new StopSignal()))
                .counts();
    }

    public List<String> rows(String sql) {
        return desk.rows(sql);
    }

    boolean isClean() {
        return new LedgerVerification(database.test().owner())
                .verify(LedgerVerification.Scope.ALL, done -> {})
                .isClean();
    }

    public boolean isClean(SweepReport report) {
        return desk.isClean(Objects.requireNonNull(report.run().digest()));
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }
}
