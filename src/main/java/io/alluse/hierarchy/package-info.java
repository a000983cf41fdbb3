/** Whether forks and merges have left a forest: what does not fit is named, and nothing is changed (docs/rules.md 8.5). */
@ApplicationModule(allowedDependencies = {"account", "calendar", "ledger", "money", "policy", "sql", "sweep"})
@NullMarked
package io.alluse.hierarchy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
