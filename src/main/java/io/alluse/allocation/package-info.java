/** What becomes of a period's gain: weekly reinvestment and quarterly allocation. */
@ApplicationModule(
        allowedDependencies = {"account", "calendar", "ledger", "money", "policy", "sql", "sweep", "tax", "text"})
@NullMarked
package io.alluse.allocation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
