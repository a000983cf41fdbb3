/** What accounts and markets have done: figures from the daily closes and from prices (docs/rules.md 6.6, 7.5). */
@ApplicationModule(allowedDependencies = {"account", "calendar", "money", "price", "sql"})
@NullMarked
package io.alluse.performance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
