package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.fault.Fault;
import io.alluse.vault.Vault.Checked;
import io.alluse.vault.Vault.Rotated;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;

class VaultRotationTest extends VaultFixture {

    @Test
    void after_rotation_the_new_key_alone_opens_everything() {
        sealMany(vault(keys(OLD)), 7);
        Vault both = vault(keys(NEW, OLD));
        assertThat(opened(both, GEN, NAME)).isEqualTo("value 1");
        assertThat(both.rotate("yearly", failure -> {})).isEqualTo(new Rotated(7, 0));
        assertThat(both.rotate("again", failure -> {})).isEqualTo(new Rotated(0, 0));
        assertThat(checked(vault(keys(NEW))))
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.trouble()).isEmpty());
        assertThat(opened(vault(keys(NEW)), account(7), NAME)).isEqualTo("value 7");
        assertThatThrownBy(() -> vault(keys(OLD)).open(GEN, NAME)).isInstanceOf(Fault.class);
    }

    private static void sealMany(Vault vault, int accounts) {
        IntStream.rangeClosed(1, accounts).forEach(id -> seal(vault, account(id), NAME, "value " + id));
    }

    /** The database refuses in the middle of the second batch, as a killed session does: that batch is as if never begun. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_interrupted_rotation_leaves_whole_batches_and_goes_on(boolean deks) {
        sealMany(vault(keys(OLD), NOW.minus(Duration.ofDays(1))), 7);
        Keys both = keys(NEW, OLD);
        refuseAccount(6);
        try {
            assertThatThrownBy(() -> rotated(both, deks)).isInstanceOf(DataAccessException.class);
        } finally {
            owner.sql("drop trigger refuse on credential_key").update();
        }
        assertThat(keyIds())
                .hasSize(7)
                .startsWith(ids(both.currentId(), 3))
                .endsWith(ids(keys(OLD).currentId(), 4));
        assertThat(checked(vault(both)))
                .allSatisfy(one -> assertThat(one.trouble()).isEmpty());
        assertThat(entriesOfLastAudit()).isEqualTo(3);

        assertThat(rotated(both, deks)).isEqualTo(new Rotated(4, 0));
        assertThat(entriesOfLastAudit()).isEqualTo(4);
        assertThat(checked(vault(keys(NEW))))
                .hasSize(7)
                .allSatisfy(one -> assertThat(one.trouble()).isEmpty());
    }

    private static Rotated rotated(Keys keys, boolean deks) {
        Rotation rotation = rotation(keys, 3);
        return deks ? rotation.renew(NOW, failure -> {}) : rotation.rewrap(failure -> {});
    }

    private static void refuseAccount(long id) {
        owner.sql("""
                create or replace function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'interrupted'; end $$
                """).update();
        owner.sql("create trigger refuse before update on credential_key for each row when (old.brokerage_id = " + id
                        + ") execute function refuse()")
                .update();
    }

    private static List<String> keyIds() {
        return owner.sql("select kek_id from credential_key order by brokerage_id")
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static String[] ids(String id, int times) {
        return Stream.generate(() -> id).limit(times).toArray(String[]::new);
    }

    private static int entriesOfLastAudit() {
        return owner.sql("select count(*) from audit_entry where audit_id = (select max(id) from audit)")
                .query(Integer.class)
                .single();
    }

    @Test
    void new_data_keys_seal_everything_again_and_leave_its_age() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "one");
        seal(vault, GEN, "password", "two");
        List<byte[]> before = sealedBytes();
        Instant later = NOW.plusSeconds(60);
        assertThat(vault(keys(NEW), later).renewDataKeys(later, null, failure -> {}))
                .isEqualTo(new Rotated(1, 0));
        assertThat(sealedBytes()).hasSize(2).doesNotContainAnyElementsOf(before);
        assertThat(opened(vault, GEN, NAME)).isEqualTo("one");
        assertThat(opened(vault, GEN, "password")).isEqualTo("two");
        assertThat(owner.sql("select max(set_at) from credential")
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isEqualTo(NOW);
        assertThat(vault.renewDataKeys(later, null, failure -> {})).isEqualTo(new Rotated(0, 0));
    }

    private static List<byte[]> sealedBytes() {
        return owner.sql("select sealed from credential order by name")
                .query((row, _) -> row.getBytes(1))
                .list();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void what_does_not_open_is_reported_and_left_as_it_is_while_the_rest_rotates(boolean deks) {
        sealMany(vault(keys(OLD), NOW.minusSeconds(1)), 3);
        owner.sql("update credential_key set wrapped_key = set_byte(wrapped_key, 30, get_byte(wrapped_key, 30) # 1)"
                        + " where brokerage_id = 2")
                .update();
        List<Checked> failures = new ArrayList<>();
        Vault vault = vault(keys(NEW, OLD));
        Rotated rotated = deks ? vault.renewDataKeys(NOW, null, failures::add) : vault.rotate(null, failures::add);
        assertThat(rotated).isEqualTo(new Rotated(2, 1));
        assertThat(failures).extracting(Checked::account).containsExactly(REV);
        assertThat(keyIds().get(1)).isEqualTo(keys(OLD).currentId());
    }

    @Test
    void sealing_and_rotating_at_once_lose_nothing() throws Exception {
        sealMany(vault(keys(OLD), NOW.minusSeconds(1)), 20);
        Keys both = keys(NEW, OLD);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> work = List.of(
                    () -> rotated(both, false),
                    () -> rotated(both, true),
                    () -> sealedAgain(both),
                    () -> sealedAgain(both));
            for (Future<Object> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        vault(both).rotate(null, failure -> {});
        assertThat(checked(vault(keys(NEW))))
                .hasSize(25)
                .allSatisfy(one -> assertThat(one.trouble()).isEmpty());
    }

    private static int sealedAgain(Keys keys) {
        sealMany(vault(keys), 25);
        return 25;
    }
}
