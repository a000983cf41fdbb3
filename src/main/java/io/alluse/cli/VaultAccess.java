package io.alluse.cli;

import io.alluse.fault.Fault;
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

    /** Until accounts are kept: what the verbs that need them answer. */
    static Fault missing(GlobalOptions options) {
        return Fault.environment("no brokerage accounts in " + options.db(System.getenv())
                + " yet: this version opens none, so there is nothing to keep credentials of");
    }
}
