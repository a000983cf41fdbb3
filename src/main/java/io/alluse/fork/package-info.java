/** Forks: an account that has grown enough pays for new ones (docs/rules.md 6). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "fault",
            "intent",
            "ledger",
            "lineage",
            "money",
            "performance",
            "policy",
            "run",
            "sql",
            "statement",
            "sweep",
            "text"
        })
@NullMarked
package io.alluse.fork;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
