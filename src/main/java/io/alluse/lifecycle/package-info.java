/** What people do to open accounts: states, brokerage accounts, policies (docs/rules.md 1, 2, 8). */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "csv",
            "fault",
            "ledger",
            "lineage",
            "money",
            "policy",
            "split",
            "sql",
            "text"
        })
@NullMarked
package io.alluse.lifecycle;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
