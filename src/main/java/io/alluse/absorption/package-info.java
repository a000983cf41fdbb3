/**
 * What one account holds moves into another: the movements of both chains, lots in kind with all that tax law knows of them, and what is
 * announced to the brokers; and the way back (docs/rules.md 7.2).
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "fault",
            "holding",
            "instrument",
            "ledger",
            "lineage",
            "lot",
            "money",
            "policy",
            "sql",
            "taxledger",
            "text"
        })
@NullMarked
package io.alluse.absorption;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
