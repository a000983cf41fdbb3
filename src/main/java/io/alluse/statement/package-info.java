/** Brokers' statements and the ledger: what settles what was announced, and where the two disagree (docs/rules.md 4, 9). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "activity",
            "audit",
            "calendar",
            "fault",
            "instrument",
            "ledger",
            "money",
            "policy",
            "sql"
        })
@NullMarked
package io.alluse.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
