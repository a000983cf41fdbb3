package io.alluse.consolidation;

import io.alluse.account.Accounts;
import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.performance.ClosedDays;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.List;

/** A main account whose GEN of 75,000 has forked 52,000 into two accounts that are mapped: five accounts, all ACTIVE. */
final class ForkedFamily {

    static final String GEN_1 = "A-000001-GEN-1-GEN";
    static final String COM_1 = "A-000001-GEN-1-COM";
    static final List<String> ALL = List.of("A-000001-GEN", "A-000001-REV", "A-000001-COM", GEN_1, COM_1);

    private final SweepDesk desk;

    private ForkedFamily(SweepDesk desk) {
        this.desk = desk;
    }

    static CapitalizedDatabase capitalized() {
        return CapitalizedDatabase.of("""
                name,capital,gen_reference,rev_reference,com_reference
                One,375000,G:1,R:1,C:1
                """);
    }

    static ForkedFamily on(SweepDesk desk) {
        desk.earn(
                List.of(new Accounts(desk.session()).account("A-000001-GEN").id()), "52000", SweepDesk.DAY.date());
        desk.run(new ForkJob(desk.session(), desk.audit("batch")), SweepDesk.order(SweepDesk.DAY, false));
        map(desk, GEN_1, "G:2");
        map(desk, COM_1, "C:2");
        return new ForkedFamily(desk);
    }

    private static void map(SweepDesk desk, String code, String reference) {
        new BrokerageMapping(desk.session(), PolicyBook.shipped(), desk.audit("ann"))
                .map(
                        code,
                        new BrokerageReference(reference),
                        Brokerage.CONFIRMED,
                        new Act("ann", "confirmed", BusinessDay.parse("2026-01-07")),
                        false);
    }

    /** All of them do well. */
    void closesOfAll(LocalDate last, int days) {
        ALL.forEach(code -> closes(last, days, code, "0.001 0.0004"));
    }

    void closes(LocalDate last, int days, String code, String returns) {
        closes(last, days, code, returns, "0.3");
    }

    void closes(LocalDate last, int days, String code, String returns, String idle) {
        ClosedDays.on(desk, last).of(code, days, returns, idle);
    }
}
