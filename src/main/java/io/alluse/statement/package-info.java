/** Brokers' statements become postings: staged, told from duplicates, judged, posted, accounted for line by line (docs/rules.md 4, 9). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "activity",
            "alert",
            "audit",
            "broker",
            "calendar",
            "fault",
            "holding",
            "instrument",
            "intent",
            "ledger",
            "lot",
            "money",
            "policy",
            "run",
            "sql",
            "taxledger",
            "text"
        })
@NullMarked
package io.alluse.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
