/** Measurements: two sides of a ratio in turn, on databases of their own, each leaving the same rows. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "activity",
            "allocation",
            "audit",
            "broker",
            "calendar",
            "capitalization",
            "database",
            "fault",
            "fork",
            "holding",
            "intent",
            "ledger",
            "money",
            "ordering",
            "policy",
            "run",
            "sql",
            "statement",
            "sweep",
            "tax",
            "text"
        })
@NullMarked
package io.alluse.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
