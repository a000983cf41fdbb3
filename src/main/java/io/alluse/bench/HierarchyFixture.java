package io.alluse.bench;

import io.alluse.account.ForkCodes;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.ScratchServer.ScratchDatabase;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.PagedHead;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;

/** Databases whose accounts have grown so that some of them fork, and some families merge. */
final class HierarchyFixture {

    static final BusinessDay NIGHT = SweepFixture.EARNED;

    /** The day on which families were founded. */
    private static final BusinessDay FOUNDED = SweepFixture.OPENED;

    /** Over the threshold of a GEN under {@code standard}. */
    private static final Money SURPLUS = Money.ofCents(52_000_00);

    private static final Money SURPLUS_OF_REV = Money.ofCents(500_000_00);

    private final SweepFixture accounts;
    private final Path folder;
    private final Clock clock;

    HierarchyFixture(SweepFixture accounts, Path folder, Clock clock) {
        this.accounts = accounts;
        this.folder = folder;
        this.clock = clock;
    }

    /** So many accounts at least; the GEN of every so manieth main account is over its threshold, of none if that is 0. */
    ScratchDatabase grown(long many, int oneGenIn) {
        return grown(many, oneGenIn, 0);
    }

    /** Of every so manieth main account the REV, too. */
    ScratchDatabase grown(long many, int oneGenIn, int oneRevIn) {
        ScratchDatabase database = accounts.open(many);
        grow(database, NIGHT, oneGenIn, oneRevIn);
        SweepFixture.settle(database);
        return database;
    }

    /** Of every so manieth main account the GEN has founded a family, each with two members that are mapped. */
    ScratchDatabase founded(long many, int oneFamilyIn, SweepSide forking) {
        ScratchDatabase database = accounts.open(many);
        grow(database, FOUNDED, oneFamilyIn, 0);
        SweepSide.mustBeComplete(forking.run(database, FOUNDED).report());
        map(database);
        return database;
    }

    static void grow(ScratchDatabase database, BusinessDay date, int oneGenIn, int oneRevIn) {
        SweepFixture.post(database, date, "bench-growth", head -> growth(head, date, oneGenIn, oneRevIn));
    }

    private static List<Movement> growth(PagedHead head, BusinessDay date, int oneGenIn, int oneRevIn) {
        return switch (head.tier()) {
            case GEN -> isMember(head) ? List.of() : growth(head, date, oneGenIn, SURPLUS);
            case REV -> growth(head, date, oneRevIn, SURPLUS_OF_REV);
            case COM -> List.of();
        };
    }

    private static List<Movement> growth(PagedHead head, BusinessDay date, int oneIn, Money surplus) {
        return oneIn > 0 && head.id().number() % oneIn == 0
                ? List.of(Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, surplus, date.date()))
                : List.of();
    }

    static boolean isMember(PagedHead head) {
        return head.head() != null && ForkCodes.generation(head.head().chain().code()) > 1;
    }

    /** As people do it: a file of references for all that is requested. */
    private void map(ScratchDatabase database) {
        DataSource program = database.database().programPool(2);
        Path file = folder.resolve("mapping.csv");
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write("code,reference,state\n");
            for (String code : new BenchStore(Session.of(database.administrator())).requested()) {
                lines.write(
                        code + ",F:" + code.replaceAll("\\D+", "") + code.charAt(code.length() - 1) + ",confirmed\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Audit audit = Audit.of(program, AuditContext.of(List.of("bench"), null, clock));
        new BrokerageMapping(Session.of(program), PolicyBook.shipped(), audit)
                .mapFile(file, new Act("bench", "families", FOUNDED), true, false);
    }
}
