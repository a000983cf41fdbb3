package io.alluse.consolidation;

import io.alluse.account.Accounts;
import io.alluse.audit.Act;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.fork.ForkJob;
import io.alluse.merge.MergeDesk;
import io.alluse.performance.ClosedDays;
import io.alluse.policy.PolicyBook;
import io.alluse.sweep.SweepDesk;
import io.alluse.sweep.SweepReport;
import java.time.LocalDate;
import java.util.List;

/** Main accounts whose GEN has forked 52,000 into two accounts that are mapped; each story takes one of its own, and weeks of its own. */
final class Families implements AutoCloseable {

    private static final LocalDate FIRST_WEEK = LocalDate.of(2026, 5, 1);
    private static final int WEEKS_PER_STORY = 5;

    private final MergeDesk merges;
    private int taken;

    private Families(MergeDesk merges) {
        this.merges = merges;
    }

    static Families of(int mains) {
        StringBuilder plan = new StringBuilder("name,capital,gen_reference,rev_reference,com_reference\n");
        for (int i = 1; i <= mains; i++) {
            plan.append("M%d,375000,G:%d,R:%d,C:%d%n".formatted(i, i, i, i));
        }
        MergeDesk merges = MergeDesk.of(plan.toString());
        for (int i = 1; i <= mains; i++) {
            merges.earn(gen(i), "52000");
        }
        merges.fork();
        for (int i = 1; i <= mains; i++) {
            merges.map(gen(i) + "-1-GEN", "G1:" + i);
            merges.map(gen(i) + "-1-COM", "C1:" + i);
        }
        return new Families(merges);
    }

    private static String gen(int main) {
        return "A-%06d-GEN".formatted(main);
    }

    Family next() {
        taken++;
        LocalDate week = BusinessDays.endOfWeek(FIRST_WEEK.plusWeeks((long) WEEKS_PER_STORY * taken));
        return new Family(this, "A-%06d".formatted(taken), week);
    }

    MergeDesk merges() {
        return merges;
    }

    SweepDesk desk() {
        return merges.desk();
    }

    Consolidations consolidations() {
        return new Consolidations(desk().session(), PolicyBook.shipped());
    }

    ConsolidationMoves moves() {
        return new ConsolidationMoves(desk().session(), PolicyBook.shipped(), desk().audit("ann"));
    }

    @Override
    public void close() {
        merges.close();
    }

    /** Five accounts, all ACTIVE; the week is its last business day. */
    record Family(Families all, String main, LocalDate week) {

        String gen() {
            return main + "-GEN";
        }

        String com() {
            return main + "-COM";
        }

        String gen1() {
            return gen() + "-1-GEN";
        }

        String com1() {
            return gen() + "-1-COM";
        }

        List<String> codes() {
            return List.of(gen(), main + "-REV", com(), gen1(), com1());
        }

        LocalDate nextWeek() {
            return BusinessDays.endOfWeek(week.plusWeeks(1));
        }

        /** All of them do well. */
        void closesOfAll(LocalDate last, int days) {
            codes().forEach(code -> closes(last, days, code, "0.001 0.0004"));
        }

        void closes(LocalDate last, int days, String code, String returns) {
            closes(last, days, code, returns, "0.3");
        }

        void closes(LocalDate last, int days, String code, String returns, String idle) {
            ClosedDays.on(all.desk(), last).of(code, days, returns, idle);
        }

        /** GEN is ACTIVE again only when the accounts of its fork are mapped, which is left open here. */
        void forkAgain(String amount) {
            earn(gen(), amount);
            all.desk()
                    .run(
                            new ForkJob(all.desk().session(), all.desk().audit("batch")),
                            SweepDesk.order(BusinessDay.of(week), false));
            all.desk().tamper("update account_head set state = 'ACTIVE' where state = 'FORKING'");
        }

        void earn(String code, String amount) {
            all.desk()
                    .earn(
                            List.of(new Accounts(all.desk().session())
                                    .account(code)
                                    .id()),
                            amount,
                            week);
        }

        SweepReport assess(LocalDate date) {
            return all.desk()
                    .run(
                            new AssessmentJob(all.desk().session(), all.desk().audit("batch")),
                            SweepDesk.order(BusinessDay.of(date), false));
        }

        Act act(String who) {
            return new Act(who, "as agreed", BusinessDay.of(week));
        }

        /** Of its accounts, the first found first. */
        List<String> recommended(String columns) {
            return all.desk().rows("select " + columns + """
                             from consolidation c join account a on a.id = c.account_id
                            left join account t on t.id = c.target_id where a.code like '%s-%%' order by c.id""".formatted(main));
        }

        /** Asked by one, approved by another. */
        long approved(String code, Wish wish) {
            Consolidations consolidations = all.consolidations();
            long id = consolidations
                    .request(code, wish, act("eve"), all.desk().audit("eve"))
                    .id();
            consolidations.approve(id, act("ann"), all.desk().audit("ann"));
            return id;
        }
    }
}
