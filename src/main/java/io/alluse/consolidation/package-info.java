/** Consolidation: accounts that would do better elsewhere are found, recommended, and moved when somebody agrees (docs/rules.md 7.5). */
@ApplicationModule(
        allowedDependencies = {
            "absorption",
            "account",
            "audit",
            "calendar",
            "fault",
            "instrument",
            "intent",
            "ledger",
            "lineage",
            "lot",
            "money",
            "performance",
            "policy",
            "run",
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
