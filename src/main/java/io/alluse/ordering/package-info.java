/** From allocated money to orders that people or brokers carry out (docs/rules.md 5.6). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "fault",
            "instrument",
            "intent",
            "ledger",
            "lot",
            "money",
            "policy",
            "price",
            "sizing",
            "sql",
            "sweep",
            "text"
        })
@NullMarked
package io.alluse.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
