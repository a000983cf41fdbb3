/** Initial capitalization: a capital plan becomes main accounts with their accounts and opening capital (docs/rules.md 3). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "csv",
            "fault",
            "ledger",
            "money",
            "policy",
            "run",
            "sql",
            "text",
            "yaml"
        })
@NullMarked
package io.alluse.capitalization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
