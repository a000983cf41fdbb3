package io.alluse.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.vault.Vault.Checked;
import io.alluse.vault.Vault.Listed;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class VaultTest extends VaultFixture {

    @Test
    void what_was_sealed_opens_and_can_be_replaced() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "one");
        seal(vault, GEN, "password", "two");
        seal(vault, REV, NAME, "three");
        seal(vault, GEN, NAME, "four");
        assertThat(opened(vault, GEN, NAME)).isEqualTo("four");
        assertThat(opened(vault, GEN, "password")).isEqualTo("two");
        assertThat(opened(vault, REV, NAME)).isEqualTo("three");
        assertThat(checked(vault))
                .containsExactly(new Checked(GEN, 2, Optional.empty()), new Checked(REV, 1, Optional.empty()));
    }

    @Test
    void the_largest_secret_fits() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "x".repeat(Secret.MOST_BYTES));
        assertThat(opened(vault, GEN, NAME)).hasSize(Secret.MOST_BYTES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "API", "api key", "-key", "9key", "key!", "é"})
    void a_name_that_is_none_is_refused_and_not_repeated(String name) {
        assertThatThrownBy(() -> seal(vault(keys(NEW)), GEN, name, "x"))
                .isInstanceOf(Fault.class)
                .hasMessageStartingWith("a credential's name is 1 to 63 lower-case letters, digits and dashes, beg");
    }

    @Test
    void what_is_not_there_is_not_found() {
        assertThatThrownBy(() -> vault(keys(NEW)).open(GEN, NAME))
                .asInstanceOf(type(Fault.class))
                .extracting(Fault::exit)
                .isEqualTo(Exit.NOT_FOUND);
    }

    /** Each row: what someone with the right to write changes behind our back. All of it must close the value. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             update credential set sealed = (select sealed from credential where brokerage_id = 2) where brokerage_id = 1 and name = 'api-key'
             update credential set sealed = (select sealed from credential where brokerage_id = 1 and name = 'password') where brokerage_id = 1 and name = 'api-key'
             update credential_key set wrapped_key = (select wrapped_key from credential_key where brokerage_id = 2) where brokerage_id = 1
             update credential_key a set wrapped_key = b.wrapped_key, identity = b.identity from credential_key b where a.brokerage_id = 1 and b.brokerage_id = 2
             update credential_key set identity = 'A-000009-GEN' where brokerage_id = 1
             update credential_key set kek_id = '0123456789abcdef' where brokerage_id = 1
             update credential set sealed = set_byte(sealed, 0, 2) where brokerage_id = 1 and name = 'api-key'
             update credential set sealed = substr(sealed, 1, 30) where brokerage_id = 1 and name = 'api-key'
             update credential_key set wrapped_key = set_byte(wrapped_key, 60, get_byte(wrapped_key, 60) # 1) where brokerage_id = 1
            """)
    void a_moved_or_altered_row_does_not_open(String tampering) {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "the first value, long enough to be cut");
        seal(vault, GEN, "password", "the second value, long enough to be cut");
        seal(vault, REV, NAME, "the third value, long enough to be cut");
        owner.sql(tampering).update();
        assertThatThrownBy(() -> vault.open(GEN, NAME))
                .isInstanceOf(Fault.class)
                .hasMessageMatching("credential api-key of A-000001-GEN cannot be opened: [a-z'A-Z :,_()]+");
        assertThat(vault.check(GEN).trouble()).isPresent();
        assertThat(checked(vault).getFirst().trouble()).isPresent();
        assertThat(vault.check(REV).trouble()).isEmpty();
    }

    /** Whole rows with their key, moved to an account of the attacker's. */
    @Test
    void rows_moved_together_with_their_data_key_do_not_open() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "value");
        owner.sql("""
                insert into credential_key
                select 3, 'A-000003-GEN', kek_id, wrapped_key, made_at, wrapped_at from credential_key
                """).update();
        owner.sql("insert into credential select 3, name, sealed, set_at from credential")
                .update();
        assertThatThrownBy(() -> vault.open(account(3), NAME)).hasMessageContaining("its data key does not open");
    }

    @Test
    void an_account_with_another_identity_than_it_was_sealed_for_does_not_open() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "value");
        SealedFor renamed = new SealedFor(1, "A-000001-REV");
        assertThatThrownBy(() -> vault.open(renamed, NAME)).hasMessageContaining("another identity");
        assertThatThrownBy(() -> seal(vault, renamed, NAME, "x")).hasMessageContaining("another identity");
        List<Checked> all = new ArrayList<>();
        vault.check(ids -> Map.of(1L, "A-000001-REV"), all::add);
        assertThat(all.getFirst().trouble())
                .hasValueSatisfying(why -> assertThat(why).contains("another identity"));
    }

    @Test
    void another_vault_key_opens_nothing_and_stores_nothing() {
        seal(vault(keys(OLD)), GEN, NAME, "value");
        Vault other = vault(keys(NEW));
        assertThatThrownBy(() -> other.open(GEN, NAME)).hasMessageContaining("ALLUSE_VAULT_OLD_KEY_FILE");
        assertThatThrownBy(() -> seal(other, GEN, "password", "x")).hasMessageContaining("nothing stored");
        assertThat(opened(vault(keys(OLD)), GEN, NAME)).isEqualTo("value");
    }

    @Test
    void a_lost_key_is_got_over_by_removing_all_and_setting_anew() {
        seal(vault(keys(OLD)), GEN, NAME, "value");
        Vault vault = vault(keys(NEW));
        vault.removeAll(GEN, "key lost");
        seal(vault, GEN, NAME, "new value");
        assertThat(opened(vault, GEN, NAME)).isEqualTo("new value");
    }

    @Test
    void one_credential_can_be_removed() {
        Vault vault = vault(keys(NEW));
        seal(vault, GEN, NAME, "one");
        seal(vault, GEN, "password", "two");
        vault.remove(GEN, NAME, null);
        assertThatThrownBy(() -> vault.open(GEN, NAME)).isInstanceOf(Fault.class);
        assertThatThrownBy(() -> vault.remove(GEN, NAME, null)).isInstanceOf(Fault.class);
        assertThat(opened(vault, GEN, "password")).isEqualTo("two");
    }

    @Test
    void a_list_shows_names_and_dates() {
        Keys keys = keys(NEW);
        seal(vault(keys), GEN, NAME, "one");
        List<Listed> all = new ArrayList<>();
        vault(keys).list(all::add);
        assertThat(all).containsExactly(new Listed("A-000001-GEN", NAME, NOW, keys.currentId()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"credential", "credential_key"})
    void the_reporting_role_reads_nothing(String table) {
        assertThatThrownBy(() -> JdbcClient.create(database.reader())
                        .sql("select * from " + table)
                        .query()
                        .listOfRows())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void every_change_is_audited_with_its_reason_and_without_its_value() {
        seal(vault(keys(NEW)), GEN, NAME, "open sesame");
        String row = owner.sql("""
                select concat_ws(' | ', os_user, command, reason, subject, action, detail)
                from audit join audit_entry on audit_id = id order by id desc limit 1
                """).query(String.class).single();
        assertThat(row).isEqualTo("tester | alluse vault test | test | A-000001-GEN | credential api-key set");
    }

    @Test
    void nothing_in_the_database_contains_the_value() {
        seal(vault(keys(NEW)), GEN, NAME, "open sesame");
        String hex = HexFormat.of().formatHex("open sesame".getBytes(StandardCharsets.UTF_8));
        List<String> rows = Stream.of("credential", "credential_key", "audit", "audit_entry")
                .flatMap(table ->
                        owner
                                .sql("select t::text from " + table + " t")
                                .query((row, _) -> row.getString(1))
                                .list()
                                .stream())
                .toList();
        assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row).doesNotContain("open sesame", hex));
    }
}
