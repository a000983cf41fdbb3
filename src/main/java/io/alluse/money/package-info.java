/** Exact amounts of US dollars, percentages, and the three ways docs/rules.md 1.8 allows to cut them to the cent. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
