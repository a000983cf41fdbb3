/** Who was forked from whom: forks, the accounts they opened, and families, for those who fork, map and merge (docs/rules.md 6). */
@ApplicationModule(allowedDependencies = {"account", "fault", "ledger", "money", "policy", "sql"})
@NullMarked
package io.alluse.lineage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
