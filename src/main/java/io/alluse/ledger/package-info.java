/** Events, movements, balances: the only way money moves. */
@ApplicationModule(allowedDependencies = {"account", "calendar", "fault", "money", "policy", "sql", "text"})
@NullMarked
package io.alluse.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
