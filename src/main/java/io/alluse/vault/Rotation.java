package io.alluse.vault;

import io.alluse.audit.Audit;
import io.alluse.audit.Audit.Entry;
import io.alluse.vault.Vault.Checked;
import io.alluse.vault.Vault.Rotated;
import io.alluse.vault.VaultStore.KeyRow;
import io.alluse.vault.VaultStore.SealedRow;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Changes keys batch by batch, each in its own transaction, so that an interruption leaves whole batches done. */
final class Rotation {

    /** One batch: the last account it looked at, if any, how many it changed, and which it could not. */
    private record Batch(OptionalLong last, int done, List<Checked> failures) {}

    /** Changes the key of one account, given what is sealed by it. */
    private interface Turn {
        void change(KeyRow row, List<SealedRow> sealed) throws DoesNotOpen;
    }

    private final VaultStore store;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;
    private final int batch;
    private final @Nullable String reason;
    private OptionalLong audited = OptionalLong.empty();

    Rotation(VaultStore store, Keys keys, Audit audit, Clock clock, int batch, @Nullable String reason) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
        this.batch = batch;
        this.reason = reason;
    }

    Rotated rewrap(Consumer<Checked> failures) {
        return inBatches(
                after -> store.lockKeysWrappedByOthers(keys.currentId(), after, batch),
                "data key wrapped by key " + keys.currentId(),
                (row, _) -> rewrap(row),
                failures);
    }

    private void rewrap(KeyRow row) throws DoesNotOpen {
        try (DataKey key = unwrap(row)) {
            store.updateWrapping(wrapped(key, row.account()), clock.instant());
        }
    }

    Rotated renew(Instant madeBefore, Consumer<Checked> failures) {
        return inBatches(
                after -> store.lockKeysMadeBefore(madeBefore, after, batch), "data key renewed", this::renew, failures);
    }

    /** All or nothing per account: one value that does not open keeps the old key for all. */
    private void renew(KeyRow row, List<SealedRow> sealed) throws DoesNotOpen {
        SealedFor account = row.account();
        List<SealedRow> again = new ArrayList<>(sealed.size());
        try (DataKey old = unwrap(row);
                DataKey fresh = DataKey.random()) {
            for (SealedRow value : sealed) {
                try (Secret secret = old.open(account, value.name(), value.sealed())) {
                    byte[] bytes = fresh.seal(account, value.name(), secret);
                    again.add(new SealedRow(account.brokerageId(), value.name(), bytes));
                }
            }
            store.updateMade(wrapped(fresh, account), clock.instant());
            again.forEach(store::updateSealed);
        }
    }

    private DataKey unwrap(KeyRow row) throws DoesNotOpen {
        return DataKey.unwrap(keys.known(row.kekId()), row.account(), row.wrapped());
    }

    private KeyRow wrapped(DataKey key, SealedFor account) {
        return new KeyRow(account, keys.currentId(), key.wrap(keys.current(), account));
    }

    private Rotated inBatches(LongFunction<List<KeyRow>> next, String action, Turn turn, Consumer<Checked> failures) {
        Rotated total = new Rotated(0, 0);
        OptionalLong after = OptionalLong.of(Long.MIN_VALUE);
        while (after.isPresent()) {
            long from = after.getAsLong();
            Batch batch = store.inTransaction(() -> oneBatch(next.apply(from), action, turn));
            batch.failures().forEach(failures);
            total = new Rotated(
                    total.accounts() + batch.done(),
                    total.failed() + batch.failures().size());
            after = batch.last();
        }
        return total;
    }

    private Batch oneBatch(List<KeyRow> rows, String action, Turn turn) {
        Map<Long, List<SealedRow>> sealed = store.sealed(
                rows.stream().map(row -> row.account().brokerageId()).toList());
        List<Entry> done = new ArrayList<>();
        List<Checked> failures = new ArrayList<>();
        OptionalLong last = OptionalLong.empty();
        for (KeyRow row : rows) {
            SealedFor account = row.account();
            last = OptionalLong.of(account.brokerageId());
            try {
                turn.change(row, sealed.getOrDefault(account.brokerageId(), List.of()));
                done.add(new Entry(account.identity(), action, null));
            } catch (DoesNotOpen e) {
                failures.add(new Checked(account, 0, Optional.of(e.why().toString())));
            }
        }
        write(done);
        return new Batch(last, done.size(), failures);
    }

    /** One line in the audit for the whole rotation, and only if it changed something. */
    private void write(List<Entry> done) {
        if (done.isEmpty()) {
            return;
        }
        if (audited.isEmpty()) {
            audited = OptionalLong.of(audit.begin(reason, null));
        }
        audit.entries(audited.getAsLong(), done);
    }
}
