/** Servers, roles, migrations, connections: everything else asks this module for a data source. */
@ApplicationModule(allowedDependencies = {"fault"})
@NullMarked
package io.alluse.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
