package io.alluse.vault;

import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.database.TestDatabase;
import io.alluse.vault.Vault.Checked;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A vault on a database of its own, and accounts to seal for. */
abstract class VaultFixture {

    static final Instant NOW = Instant.parse("2026-01-05T14:30:00Z");
    static final SealedFor GEN = account(1);
    static final SealedFor REV = account(2);
    static final String OLD = newKey();
    static final String NEW = newKey();
    static final String NAME = "api-key";

    static TestDatabase database;
    static JdbcClient owner;

    @BeforeAll
    static void create() {
        database = TestDatabase.create();
        owner = JdbcClient.create(database.owner());
        owner.sql("""
                        insert into main_account
                            (id, number, code, name, policy, mapping, capital, opened_on, plan_content, run_id)
                        values (0, 1, 'A-000001', 'Main', 'standard', 'per-account', 1, '2026-01-05', '', 1)
                        """).update();
        owner.sql("""
                        insert into brokerage_account (id, main_id, mapping, state, requested_on)
                        select id, 0, 'per-account', 'requested', '2026-01-05' from generate_series(1, 2000) as id
                        """).update();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    @BeforeEach
    void empty() {
        owner.sql("delete from credential_key").update();
    }

    static SealedFor account(long id) {
        return new SealedFor(id, "A-%06d-GEN".formatted(id));
    }

    static String newKey() {
        return Base64.getEncoder().encodeToString(Gcm.newKey());
    }

    static Keys keys(String current, String... old) {
        return Keys.from(Map.of(Keys.KEY, current, Keys.OLD_KEY, String.join(",", old)));
    }

    static Vault vault(Keys keys) {
        return vault(keys, NOW);
    }

    static Vault vault(Keys keys, Instant now) {
        DataSource source = database.program();
        return Vault.of(source, keys, audit(source), clock(now));
    }

    static Clock clock(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    static Audit audit(DataSource source) {
        return Audit.of(source, new AuditContext("tester", "node", null, "alluse vault test", clock(NOW)));
    }

    static Rotation rotation(Keys keys, int batch) {
        DataSource source = database.program();
        return new Rotation(new VaultStore(source), keys, audit(source), clock(NOW), batch, null);
    }

    static void seal(Vault vault, SealedFor account, String name, String value) {
        try (Secret secret = secret(value)) {
            vault.seal(account, name, secret, "test");
        }
    }

    static Secret secret(String value) {
        return Secret.taking(value.getBytes(StandardCharsets.UTF_8));
    }

    static String opened(Vault vault, SealedFor account, String name) {
        try (Secret secret = vault.open(account, name)) {
            return new String(secret.reveal(), StandardCharsets.UTF_8);
        }
    }

    /** Every account has the code it was given here. */
    static Map<Long, String> codes(List<Long> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> account(id).identity()));
    }

    static List<Checked> checked(Vault vault) {
        List<Checked> all = new ArrayList<>();
        vault.check(VaultFixture::codes, all::add);
        return all;
    }
}
