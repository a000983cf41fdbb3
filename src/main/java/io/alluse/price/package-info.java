/** Loaded prices: what they were taken from, and the last one of an instrument at or before a date (docs/rules.md 1.7). */
@ApplicationModule(allowedDependencies = {"audit", "broker", "calendar", "csv", "fault", "instrument", "sql"})
@NullMarked
package io.alluse.price;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
