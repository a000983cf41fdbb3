/** Statements kept in files, reading and writing in bulk, and which failures of the database pass by themselves. */
@ApplicationModule(allowedDependencies = {"fault"})
@NullMarked
package io.alluse.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
