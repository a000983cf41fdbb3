/** Consolidation: accounts that would do better elsewhere are found, recommended, and moved when somebody agrees (docs/rules.md 7.5). */
@ApplicationModule(
        allowedDependencies = {
            "absorption",
            "account",
            "audit",
            "calendar",
            "fault",
            "holding",
            "instrument",
            "intent",
            "ledger",
            "lineage",
            "lot",
            "money",
            "performance",
            "policy",
            "sql",
            "statement",
            "sweep",
            "tax",
            "text"
        })
@NullMarked
package io.alluse.consolidation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
