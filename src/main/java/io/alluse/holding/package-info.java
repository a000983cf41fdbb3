/** What an account holds: lots, first in first out, and what each line of a statement does to them and to the ledger (docs/rules.md 9.2). */
@ApplicationModule(allowedDependencies = {"activity", "instrument", "ledger", "money"})
@NullMarked
package io.alluse.holding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
