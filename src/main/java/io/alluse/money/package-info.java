/** Exact amounts of US dollars, percentages, and the three ways RULES allow to cut them to the cent. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.money;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
