/** What accounts hold and held, lot by lot: kept by whoever posts, read by whoever asks (docs/rules.md 9.2). */
@ApplicationModule(allowedDependencies = {"account", "holding", "instrument", "money", "sql"})
@NullMarked
package io.alluse.lot;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
