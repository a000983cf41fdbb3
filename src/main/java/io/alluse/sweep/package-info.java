/** The one engine of account jobs: due accounts, a rule for each, posting in chunks, every account exactly one outcome. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "calendar",
            "fault",
            "ledger",
            "lot",
            "money",
            "policy",
            "run",
            "sql",
            "text"
        })
@NullMarked
package io.alluse.sweep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
