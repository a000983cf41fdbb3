/** Who was forked from whom, and who was merged into whom, for those who fork, map and merge (docs/rules.md 6, 7). */
@ApplicationModule(allowedDependencies = {"account", "fault", "ledger", "money", "policy", "sql"})
@NullMarked
package io.alluse.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
