/** Merges: a fork family that has grown enough moves into the COM of its main account (docs/rules.md 7). */
@ApplicationModule(
        allowedDependencies = {
            "absorption",
            "account",
            "audit",
            "calendar",
            "instrument",
            "intent",
            "ledger",
            "lineage",
            "lot",
            "money",
            "policy",
            "run",
            "sql",
            "statement",
            "sweep",
            "tax",
            "text"
        })
@NullMarked
package io.alluse.merge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
