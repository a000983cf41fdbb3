package io.alluse.vault;

import io.alluse.vault.Vault.Listed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

final class VaultStore {

    /** An account's data key as it lies in the database; rows are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record KeyRow(SealedFor account, String kekId, byte[] wrapped) {}

    /** A credential as it lies in the database; rows are never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    record SealedRow(long brokerageId, String name, byte[] sealed) {}

    private static final int PAGE = 1000;
    private static final RowMapper<KeyRow> KEY = (row, _) -> new KeyRow(
            new SealedFor(row.getLong("brokerage_id"), row.getString("identity")),
            row.getString("kek_id"),
            row.getBytes("wrapped_key"));
    private static final RowMapper<SealedRow> SEALED =
            (row, _) -> new SealedRow(row.getLong("brokerage_id"), row.getString("name"), row.getBytes("sealed"));

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;

    VaultStore(DataSource database) {
        this.jdbc = JdbcClient.create(database);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot = new TransactionTemplate(new JdbcTransactionManager(database));
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
    }

    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(_ -> work.get());
    }

    /** Keys and values as they were together, even while a rotation runs. */
    <T> T inSnapshot(Supplier<T> work) {
        return snapshot.execute(_ -> work.get());
    }

    /** Locks the account's key: sealing and rotating take turns. */
    Optional<KeyRow> lockKey(long brokerageId) {
        return jdbc.sql("""
                        select brokerage_id, identity, kek_id, wrapped_key
                        from credential_key where brokerage_id = :account for update
                        """).param("account", brokerageId).query(KEY).optional();
    }

    Optional<KeyRow> key(long brokerageId) {
        return jdbc.sql("""
                        select brokerage_id, identity, kek_id, wrapped_key
                        from credential_key where brokerage_id = :account
                        """).param("account", brokerageId).query(KEY).optional();
    }

    List<KeyRow> keysAfter(long brokerageId, int limit) {
        return jdbc.sql("""
                        select brokerage_id, identity, kek_id, wrapped_key
                        from credential_key where brokerage_id > :after order by brokerage_id limit :limit
                        """)
                .param("after", brokerageId)
                .param("limit", limit)
                .query(KEY)
                .list();
    }

    List<KeyRow> lockKeysWrappedByOthers(String kekId, long after, int limit) {
        return jdbc.sql("""
                        select brokerage_id, identity, kek_id, wrapped_key
                        from credential_key where kek_id <> :kek and brokerage_id > :after
                        order by brokerage_id limit :limit for update
                        """)
                .param("kek", kekId)
                .param("after", after)
                .param("limit", limit)
                .query(KEY)
                .list();
    }

    List<KeyRow> lockKeysMadeBefore(Instant madeBefore, long after, int limit) {
        return jdbc.sql("""
                        select brokerage_id, identity, kek_id, wrapped_key
                        from credential_key where made_at < :before and brokerage_id > :after
                        order by brokerage_id limit :limit for update
                        """)
                .param("before", madeBefore.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(KEY)
                .list();
    }

    /** Two people setting the first credential of an account at once: one makes the key, the other uses it. */
    void insertKeyUnlessThere(KeyRow key, Instant at) {
        jdbc.sql("""
                        insert into credential_key (brokerage_id, identity, kek_id, wrapped_key, made_at, wrapped_at)
                        values (:account, :identity, :kek, :wrapped, :at, :at)
                        on conflict (brokerage_id) do nothing
                        """)
                .param("account", key.account().brokerageId())
                .param("identity", key.account().identity())
                .param("kek", key.kekId())
                .param("wrapped", key.wrapped())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void updateWrapping(KeyRow key, Instant at) {
        jdbc.sql("""
                        update credential_key set kek_id = :kek, wrapped_key = :wrapped, wrapped_at = :at
                        where brokerage_id = :account
                        """)
                .param("account", key.account().brokerageId())
                .param("kek", key.kekId())
                .param("wrapped", key.wrapped())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void updateMade(KeyRow key, Instant at) {
        updateWrapping(key, at);
        jdbc.sql("update credential_key set made_at = :at where brokerage_id = :account")
                .param("account", key.account().brokerageId())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SealedRow> sealed(long brokerageId, String name) {
        return jdbc.sql("""
                        select brokerage_id, name, sealed
                        from credential where brokerage_id = :account and name = :name
                        """)
                .param("account", brokerageId)
                .param("name", name)
                .query(SEALED)
                .optional();
    }

    /** The credentials of these accounts, by account. */
    Map<Long, List<SealedRow>> sealed(List<Long> brokerageIds) {
        return jdbc.sql("""
                        select brokerage_id, name, sealed
                        from credential where brokerage_id = any (:accounts) order by brokerage_id, name
                        """).param("accounts", brokerageIds.toArray(Long[]::new)).query(SEALED).list().stream()
                .collect(Collectors.groupingBy(SealedRow::brokerageId));
    }

    void upsertSealed(SealedRow row, Instant at) {
        jdbc.sql("""
                        insert into credential (brokerage_id, name, sealed, set_at)
                        values (:account, :name, :sealed, :at)
                        on conflict (brokerage_id, name) do update set sealed = excluded.sealed, set_at = excluded.set_at
                        """)
                .param("account", row.brokerageId())
                .param("name", row.name())
                .param("sealed", row.sealed())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The same secret under another data key: its age stays. */
    void updateSealed(SealedRow row) {
        jdbc.sql("update credential set sealed = :sealed where brokerage_id = :account and name = :name")
                .param("account", row.brokerageId())
                .param("name", row.name())
                .param("sealed", row.sealed())
                .update();
    }

    boolean deleteAll(long brokerageId) {
        return jdbc.sql("delete from credential_key where brokerage_id = :account")
                        .param("account", brokerageId)
                        .update()
                > 0;
    }

    boolean delete(long brokerageId, String name) {
        return jdbc.sql("delete from credential where brokerage_id = :account and name = :name")
                        .param("account", brokerageId)
                        .param("name", name)
                        .update()
                > 0;
    }

    void list(Consumer<Listed> each) {
        jdbc.sql("""
                        select k.identity, c.name, c.set_at, k.kek_id
                        from credential c join credential_key k using (brokerage_id)
                        order by brokerage_id, c.name
                        """).withFetchSize(PAGE).query((RowCallbackHandler) row -> each.accept(new Listed(
                row.getString("identity"),
                row.getString("name"),
                row.getTimestamp("set_at").toInstant(),
                row.getString("kek_id"))));
    }
}
