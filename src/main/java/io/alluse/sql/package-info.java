/** Statements kept in files, and bulk writing. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
