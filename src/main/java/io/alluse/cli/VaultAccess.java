package io.alluse.cli;

import io.alluse.account.Accounts;
import io.alluse.account.BrokerageRef;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.vault.SealedFor;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * What the verbs of the vault need from elsewhere: the database, the brokerage account that a code names (or a
 * {@link Fault} that there is none), the codes of brokerage accounts by their numbers, and the clock.
 */
record VaultAccess(
        DataSource database,
        Function<String, SealedFor> account,
        Function<List<Long>, Map<Long, String>> identities,
        Clock clock) {

    /** The accounts of this database. */
    static VaultAccess of(DataSource database, Clock clock) {
        Accounts accounts = new Accounts(Session.of(database));
        return new VaultAccess(database, code -> sealedFor(accounts.brokerage(code)), accounts::brokerageCodes, clock);
    }

    private static SealedFor sealedFor(BrokerageRef brokerage) {
        return new SealedFor(brokerage.id().value(), brokerage.code());
    }
}
