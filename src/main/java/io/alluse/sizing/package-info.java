/** How much of one underlying an account may hold, and how much it holds (docs/rules.md 2.6). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "calendar",
            "fault",
            "holding",
            "instrument",
            "ledger",
            "lot",
            "money",
            "policy",
            "price",
            "sql"
        })
@NullMarked
package io.alluse.sizing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
