package io.alluse.vault;

import io.alluse.vault.DoesNotOpen.Why;
import io.alluse.vault.Vault.Checked;
import io.alluse.vault.VaultStore.KeyRow;
import io.alluse.vault.VaultStore.SealedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Opens what is sealed, says what does not open and why, and shows nothing. */
final class Check {

    private final VaultStore store;
    private final Keys keys;

    Check(VaultStore store, Keys keys) {
        this.store = store;
        this.keys = keys;
    }

    Checked one(SealedFor account) {
        return store.inSnapshot(() -> store.key(account.brokerageId())
                .map(row -> checked(row, Optional.of(account.identity()), sealedOf(account.brokerageId())))
                .orElseGet(() -> new Checked(account, 0, Optional.empty())));
    }

    private List<SealedRow> sealedOf(long brokerageId) {
        return store.sealed(List.of(brokerageId)).getOrDefault(brokerageId, List.of());
    }

    void all(Function<List<Long>, Map<Long, String>> identities, Consumer<Checked> each) {
        long after = Long.MIN_VALUE;
        for (List<Checked> page = page(after, identities); !page.isEmpty(); page = page(after, identities)) {
            page.forEach(each);
            after = page.getLast().account().brokerageId();
        }
    }

    private List<Checked> page(long after, Function<List<Long>, Map<Long, String>> identities) {
        return store.inSnapshot(() -> {
            List<KeyRow> rows = store.keysAfter(after, Vault.BATCH);
            List<Long> ids =
                    rows.stream().map(row -> row.account().brokerageId()).toList();
            Map<Long, List<SealedRow>> sealed = store.sealed(ids);
            Map<Long, String> codes = identities.apply(ids);
            List<Checked> page = new ArrayList<>(rows.size());
            for (KeyRow row : rows) {
                long id = row.account().brokerageId();
                page.add(checked(row, Optional.ofNullable(codes.get(id)), sealed.getOrDefault(id, List.of())));
            }
            return page;
        });
    }

    private Checked checked(KeyRow row, Optional<String> identity, List<SealedRow> sealed) {
        SealedFor account = row.account();
        if (!identity.equals(Optional.of(account.identity()))) {
            return new Checked(account, 0, Optional.of(Why.IDENTITY.toString()));
        }
        try (DataKey key = DataKey.unwrap(keys.known(row.kekId()), account, row.wrapped())) {
            return opened(account, key, sealed);
        } catch (DoesNotOpen e) {
            return new Checked(account, 0, Optional.of(e.why().toString()));
        }
    }

    private static Checked opened(SealedFor account, DataKey key, List<SealedRow> sealed) {
        List<String> troubles = new ArrayList<>();
        for (SealedRow row : sealed) {
            try {
                key.open(account, row.name(), row.sealed()).close();
            } catch (DoesNotOpen e) {
                troubles.add(row.name() + ": " + e.why());
            }
        }
        Optional<String> trouble = troubles.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", troubles));
        return new Checked(account, sealed.size() - troubles.size(), trouble);
    }
}
