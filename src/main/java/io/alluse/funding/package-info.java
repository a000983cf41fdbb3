/** Money that arrives, leaves, or moves inside a main account: cover, drift, transfers, suspense (docs/rules.md 4). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "alert",
            "audit",
            "calendar",
            "cover",
            "fault",
            "instrument",
            "ledger",
            "lot",
            "money",
            "policy",
            "split",
            "sql",
            "statement",
            "sweep",
            "text"
        })
@NullMarked
package io.alluse.funding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
