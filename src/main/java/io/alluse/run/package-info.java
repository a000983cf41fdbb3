/** Runs: their identity, their one owner, their parts, their outcome; and how Spring Batch carries them out. */
@ApplicationModule(allowedDependencies = {"calendar", "database", "fault", "ledger", "money", "sql", "text"})
@NullMarked
package io.alluse.run;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
