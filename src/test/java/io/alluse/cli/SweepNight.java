package io.alluse.cli;

import io.alluse.sweep.SweepDesk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two main accounts that have earned 2,000 per account, and one whose accounts nobody has mapped; and what is typed about them. */
final class SweepNight implements AutoCloseable {

    static final String DAY = "2026-01-06";
    private static final String PLAN = """
            name,capital,gen_reference,rev_reference,com_reference
            One,500000,G1,R1,C1
            Two,500000,G2,R2,C2
            Three,500000,,,
            """;

    final CapitalizedDatabase database;
    final SweepDesk desk;
    final Typed typed;
    final Rows rows;
    private final JdbcClient superuser;

    private SweepNight(CapitalizedDatabase database) {
        this.database = database;
        this.desk = SweepDesk.on(database);
        this.typed = Typed.on(database);
        this.rows = Rows.of(database.test().superuser());
        this.superuser = JdbcClient.create(database.test().superuser());
    }

    static SweepNight begun() {
        SweepNight night = new SweepNight(CapitalizedDatabase.of(PLAN));
        night.desk.earn("2000", LocalDate.parse(DAY));
        return night;
    }

    int run(String words) {
        return typed.run(words);
    }

    /** The database refuses postings to these accounts from now on. */
    void refuse(String... codes) {
        List<String> ids = new ArrayList<>();
        for (String code : codes) {
            ids.add(rows.of("select id from alluse.account where code = '" + code + "'")
                    .getFirst());
        }
        String held = String.join(", ", ids);
        superuser
                .sql("alter table alluse.account_head add constraint planted" + " check (account_id not in (" + held
                        + ") or tax_payable = 0)")
                .update();
    }

    void refuseNoLonger() {
        superuser.sql("alter table alluse.account_head drop constraint planted").update();
    }

    @Override
    public void close() {
        desk.close();
        database.close();
    }
}
