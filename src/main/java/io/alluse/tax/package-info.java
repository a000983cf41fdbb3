/** Tax by calendar year, its reserve, and the cash buffer (docs/rules.md 5.1 to 5.3): decided, and told as movements. */
@ApplicationModule(
        allowedDependencies = {"account", "calendar", "cover", "ledger", "money", "policy", "sql", "sweep", "text"})
@NullMarked
package io.alluse.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
