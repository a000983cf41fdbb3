/** Brokers' statements: a file becomes records, and every record one verdict; knows no database. */
@ApplicationModule(allowedDependencies = {"fault", "csv", "text", "money", "instrument", "activity"})
@NullMarked
package io.alluse.broker;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
