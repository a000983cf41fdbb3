package io.alluse.merge;

import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fork.ForkJob;
import io.alluse.policy.PolicyBook;
import io.alluse.run.StopSignal;
import io.alluse.sweep.Sweep;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import org.junit.jupiter.api.Test;

class MergeSpeedProbe {

    @Test
    void probe() {
        int mains = 4000;
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= mains; i++) {
            plan.append("M%d,375000,G:%d,R:%d,C:%d%n".formatted(i, i, i, i));
        }
        try (CapitalizedDatabase database = CapitalizedDatabase.of(plan.toString());
                SweepDesk desk = SweepDesk.on(database)) {
            desk.earn("52000", SweepDesk.DAY.date());
            desk.tamper("update account_head h set premium = 0, capital = capital + premium", "truncate year_result");
            long t = System.nanoTime();
            SweepReport forks = desk.run(
                    new ForkJob(desk.session(), desk.audit("batch")),
                    new Sweep.Order(SweepDesk.DAY, false, 2, 2000, 0, SweepDesk.owner("t"), new StopSignal()));
            System.out.println("FORKS " + forks.tally().counts() + " " + (System.nanoTime() - t) / 1e9);
            desk.tamper(
                    "update account_head set state = 'ACTIVE'", "update fork set state='DONE', ended_on='2026-01-06'");
            desk.tamper(
                    "insert into lot select h.account_id, n, case n % 3 when 0 then 'TSLA' when 1 then 'AAPL' else 'NVDA' end,"
                            + " '2025-12-01', '2025-12-01', 10, 1000.00, 10, 1000.00, 's:' || n from account_head h join account a on a.id=h.account_id"
                            + " cross join generate_series(1,6) n where a.code like 'A-%-GEN-1-%' and a.code not like '%REV-%'");
            desk.tamper(
                    "update account_head h set cash = cash + 230000 - 6000, capital = capital - 230000, securities = securities + 6000 where exists (select from lot l where l.account_id = h.account_id)");
            System.out.println(desk.rows("select state, count(*), sum(received) from fork_family group by 1"));
            for (String mode : new String[] {"2"}) {
                t = System.nanoTime();
                SweepReport m = desk.run(
                        new MergeJob(desk.session(), PolicyBook.shipped(), desk.audit("batch")),
                        new Sweep.Order(MergeDesk.DAY, false, 2, 2000, 0, SweepDesk.owner("t"), new StopSignal()));
                double s = (System.nanoTime() - t) / 1e9;
                System.out.println("MERGES " + m.tally().counts() + " " + s + " s, per s " + mains / s + " "
                        + m.run().outcome() + " " + m.run().failure());
            }
            t = System.nanoTime();
            SweepReport m = desk.run(
                    new MergeJob(desk.session(), PolicyBook.shipped(), desk.audit("batch")),
                    new Sweep.Order(MergeDesk.NEXT, false, 2, 2000, 0, SweepDesk.owner("t"), new StopSignal()));
            System.out.println("CLOSING " + m.tally().counts() + " " + (System.nanoTime() - t) / 1e9
                    + m.run().failure());
            System.out.println(desk.rows("select reason, count(*) from account_outcome group by 1 limit 3"));
            System.out.println(desk.rows("select state, count(*) from merge group by 1"));
        }
    }
}
