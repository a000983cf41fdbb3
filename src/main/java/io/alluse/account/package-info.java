/** What accounts are: ids, codes, states, and what is read of them. */
@ApplicationModule(allowedDependencies = {"fault", "money", "policy", "sql"})
@NullMarked
package io.alluse.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
