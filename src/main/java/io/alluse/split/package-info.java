/** How the accounts of a main account stand against its split, and what would restore it (docs/rules.md 4.3). */
@ApplicationModule(allowedDependencies = {"money", "policy"})
@NullMarked
package io.alluse.split;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
