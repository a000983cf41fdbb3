/** CSV files that people hand in: read row by row, bounded, with the place of everything that is wrong. */
@ApplicationModule(allowedDependencies = {"fault"})
@NullMarked
package io.alluse.csv;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
