/** Looks at everything that has to be right for jobs to run, changes nothing, and says how to mend what is not. */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "backup",
            "database",
            "fault",
            "ledger",
            "notification",
            "policy",
            "run",
            "service",
            "sql",
            "text",
            "yaml"
        })
@NullMarked
package io.alluse.doctor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
