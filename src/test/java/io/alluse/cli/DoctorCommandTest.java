package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.database.Homes;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One real home; each case spoils it and mends it again. */
class DoctorCommandTest {

    private static final Homes HOMES = new Homes();
    private static Path home;
    private static JdbcClient superuser;

    private final Typed typed = new Typed();

    @BeforeAll
    static void start() throws IOException {
        home = HOMES.fresh("doctor");
        assertThat(new Typed().run("db start --quiet --home " + home)).isZero();
        superuser = JdbcClient.create(Homes.administrator(home));
    }

    @AfterAll
    static void stop() throws IOException {
        HOMES.close();
    }

    private int doctor(String more) {
        return typed.run("doctor --home " + home + more);
    }

    @Test
    void a_home_that_nothing_is_wrong_with_is_told_so_check_by_check() {
        assertThat(doctor("")).as(typed.out()).isZero();
        assertThat(typed.out()
                        .lines()
                        .map(line -> line.replaceFirst("(\\S+ +\\S+).*", "$1").replaceAll(" +", " ")))
                .contains(
                        "ok jdk",
                        "ok home",
                        "ok disk",
                        "ok policies",
                        "ok schedules",
                        "warn notifications",
                        "ok database",
                        "ok schema",
                        "ok roles",
                        "ok clock",
                        "ok settings",
                        "ok rights",
                        "ok runs",
                        "ok leftovers",
                        "ok due",
                        "ok ledger",
                        "ok backups");
        assertThat(doctor(" --json")).isZero();
        assertThat(typed.out()).startsWith("{\"checks\":[{\"check\":\"jdk\",\"verdict\":\"ok\",\"text\":\"25");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
             SPOILED BY                                                          | MENDED BY                                             | EXIT | TOLD
             grant update on alluse.event_p03 to alluse_program                  | revoke update on alluse.event_p03 from alluse_program | 7 | bad rights alluse_program may update event_p03
             grant select on alluse.lot_p00 to alluse_reader                     | revoke select on alluse.lot_p00 from alluse_reader    | 7 | bad rights alluse_reader may read the partition lot_p00
             alter table alluse.event_p07 disable trigger refuse_truncate        | alter table alluse.event_p07 enable always trigger refuse_truncate | 7 | bad rights trigger refuse_truncate of event_p07 is off
             alter table alluse.account_head disable row level security          | alter table alluse.account_head enable row level security | 7 | bad rights account_head has row-level security switched off
             insert into alluse.flyway_schema_history values (999, '999', 'x', 'SQL', 'x', 1, 'x', now(), 1, true) | delete from alluse.flyway_schema_history where installed_rank = 999 | 7 | bad schema database is at V999, program knows V
             update alluse.flyway_schema_history set success = false where version = '001' | update alluse.flyway_schema_history set success = true where version = '001' | 7 | bad schema migration V001 has failed in this database
             update alluse.flyway_schema_history set version = '777' where version = '003' | update alluse.flyway_schema_history set version = '003' where version = '777' | 7 | bad schema
             alter role alluse_reader rename to nobody_reads                     | alter role nobody_reads rename to alluse_reader       | 7 | bad roles missing: alluse_reader
             alter role alluse_program nologin                                   | alter role alluse_program login                       | 7 | bad clock cannot be looked at:
             insert into alluse.run (id, job, business_date, started_at) overriding system value values (900, 'tax-and-buffer', '2026-01-06', now()) | delete from alluse.run where id = 900 | 7 | bad runs nobody carries out any more: 900 (tax-and-buffer of 2026-01-06)
             insert into alluse.run (id, job, business_date, started_at, outcome) overriding system value values (900, 'tax-and-buffer', '2026-01-06', now(), 'FAILED') | delete from alluse.run where id = 900 | 0 | warn leftovers 1 runs have failed and not been relaunched: 900
             insert into alluse.due (definition, job, business_date, due_at, state) values ('funding', 'funding', '2026-01-06', now(), 'HELD') | delete from alluse.due | 0 | warn due dates wait for a person: 1 HELD
             insert into alluse.backup (taken_at, place, taken_by) values (now() - interval '2 days', '/b', 'ann') | delete from alluse.backup | 0 | warn backups the last one is 48h
             insert into alluse.backup (taken_at, place, taken_by) values (now() - interval '20 days', '/b', 'ann') | delete from alluse.backup | 7 | bad backups the last one is 480h
             alter database alluse set default_transaction_isolation = 'serializable' | alter database alluse reset default_transaction_isolation | 0 | warn settings default_transaction_isolation = serializable
             alter database alluse set synchronous_commit = off                  | alter database alluse reset synchronous_commit        | 7 | bad durability synchronous_commit = off
            """, useHeadersInDisplayName = true)
    void what_is_wrong_is_told_with_how_to_mend_it(String spoil, String mend, int exit, String told) {
        superuser.sql(spoil).update();
        try {
            assertThat(doctor("")).as(typed.out()).isEqualTo(exit);
            assertThat(typed.out().replaceAll(" +", " ")).contains(told).contains("-> ");
        } finally {
            superuser.sql(mend).update();
        }
    }

    @Test
    void it_works_without_a_database_and_starts_none() throws IOException {
        Path empty = HOMES.fresh("empty");
        assertThat(typed.run("doctor --home " + empty)).isZero();
        assertThat(typed.out()).contains("the embedded server is not running").contains("-> alluse db start");
        assertThat(empty.resolve("data")).doesNotExist();
        assertThat(typed.run("doctor --db jdbc:postgresql://127.0.0.1:9/none --home " + empty))
                .isEqualTo(7);
        assertThat(typed.out()).contains("bad   database");
        assertThat(typed.run("doctor --sample 0 --home " + empty)).isEqualTo(2);
    }
}
