package io.alluse.vault;

import io.alluse.audit.Audit;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.vault.DoesNotOpen.Why;
import io.alluse.vault.VaultStore.KeyRow;
import io.alluse.vault.VaultStore.SealedRow;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Seals and opens credentials, each under its account's own data key; every change is audited in its transaction. */
public final class Vault {

    /** What may be shown of a credential. */
    public record Listed(String identity, String name, Instant setAt, String kekId) {}

    /** Whether everything of an account opens, and if not, why. */
    public record Checked(SealedFor account, int opened, Optional<String> trouble) {}

    /** How many accounts have a new wrapping or data key, and how many could not. */
    public record Rotated(int accounts, int failed) {}

    static final int BATCH = 500;
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    private final VaultStore store;
    private final Keys keys;
    private final Audit audit;
    private final Clock clock;

    private Vault(VaultStore store, Keys keys, Audit audit, Clock clock) {
        this.store = store;
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    public static Vault of(DataSource database, Keys keys, Audit audit, Clock clock) {
        return new Vault(new VaultStore(database), keys, audit, clock);
    }

    /** Stores a credential, or replaces it; the secret stays the caller's to close. */
    public void seal(SealedFor account, String name, Secret secret, @Nullable String reason) {
        refuseUnlessName(name);
        store.inTransaction(() -> {
            try (DataKey key = keyForSealing(account)) {
                byte[] sealed = key.seal(account, name, secret);
                store.upsertSealed(new SealedRow(account.brokerageId(), name, sealed), clock.instant());
            } catch (DoesNotOpen e) {
                throw cannotSeal(account, e);
            }
            return audited(account, "credential " + name + " set", reason);
        });
    }

    /** The name is not repeated: what was typed in its place may be the secret. */
    private static void refuseUnlessName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Fault.usage("a credential's name is 1 to 63 lower-case letters, digits and dashes, beginning with a"
                    + " letter, such as api-key; nothing was stored");
        }
    }

    private DataKey keyForSealing(SealedFor account) throws DoesNotOpen {
        Optional<KeyRow> there = store.lockKey(account.brokerageId());
        if (there.isEmpty()) {
            try (DataKey fresh = DataKey.random()) {
                byte[] wrapped = fresh.wrap(keys.current(), account);
                store.insertKeyUnlessThere(new KeyRow(account, keys.currentId(), wrapped), clock.instant());
            }
            there = store.lockKey(account.brokerageId());
        }
        return unwrap(there.orElseThrow(), account);
    }

    /** With what the caller says the account is; what the row says is only compared. */
    private DataKey unwrap(KeyRow row, SealedFor account) throws DoesNotOpen {
        if (!row.account().equals(account)) {
            throw new DoesNotOpen(Why.IDENTITY);
        }
        return DataKey.unwrap(keys.known(row.kekId()), account, row.wrapped());
    }

    private static Fault cannotSeal(SealedFor account, DoesNotOpen e) {
        return Fault.of(
                Exit.FAILED,
                "nothing stored for " + account + ": " + e.getMessage()
                        + "; if that key is lost, run `alluse vault remove " + account
                        + " --all` and set its credentials anew");
    }

    /** The caller closes the secret. */
    public Secret open(SealedFor account, String name) {
        return store.inSnapshot(() -> {
            KeyRow row = store.key(account.brokerageId()).orElseThrow(() -> none(account, name));
            SealedRow sealed = store.sealed(account.brokerageId(), name).orElseThrow(() -> none(account, name));
            try (DataKey key = unwrap(row, account)) {
                return key.open(account, name, sealed.sealed());
            } catch (DoesNotOpen e) {
                throw Fault.of(Exit.FAILED, "credential " + name + " of " + account + " cannot be opened: " + e.why());
            }
        });
    }

    private static Fault none(SealedFor account, String name) {
        return Fault.notFound("no credential " + name + " for " + account + "; set it: alluse vault set " + account
                + " --name " + name);
    }

    /** Removes one credential for good. */
    public void remove(SealedFor account, String name, @Nullable String reason) {
        refuseUnlessName(name);
        store.inTransaction(() -> {
            if (!store.delete(account.brokerageId(), name)) {
                throw none(account, name);
            }
            return audited(account, "credential " + name + " removed", reason);
        });
    }

    /** Removes all credentials of an account with their data key, whether it opens or not. */
    public void removeAll(SealedFor account, @Nullable String reason) {
        store.inTransaction(() -> {
            if (!store.deleteAll(account.brokerageId())) {
                throw Fault.notFound("no credentials for " + account);
            }
            return audited(account, "credentials removed", reason);
        });
    }

    private long audited(SealedFor account, String action, @Nullable String reason) {
        long id = audit.begin(reason, null);
        audit.entry(id, account.identity(), action, null);
        return id;
    }

    /** Opens everything the account has. */
    public Checked check(SealedFor account) {
        return new Check(store, keys).one(account);
    }

    /** Opens everything there is; identities gives the codes that accounts have now, by their numbers. */
    public void check(Function<List<Long>, Map<Long, String>> identities, Consumer<Checked> each) {
        new Check(store, keys).all(identities, each);
    }

    /** Wraps by the current key what other keys wrapped; after an interruption run it again, it goes on with what is left. */
    public Rotated rotate(@Nullable String reason, Consumer<Checked> failures) {
        return new Rotation(store, keys, audit, clock, BATCH, reason).rewrap(failures);
    }

    /** Gives new data keys to accounts whose own is older, and seals their credentials by them. */
    public Rotated renewDataKeys(Instant madeBefore, @Nullable String reason, Consumer<Checked> failures) {
        return new Rotation(store, keys, audit, clock, BATCH, reason).renew(madeBefore, failures);
    }

    /** Names and dates, by account. */
    public void list(Consumer<Listed> each) {
        store.inSnapshot(() -> {
            store.list(each);
            return each;
        });
    }
}
