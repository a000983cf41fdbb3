/** Events for other systems: all that were committed, each once, in an order that a cursor can stand in. */
@ApplicationModule(allowedDependencies = {"account", "fault", "sql", "text"})
@NullMarked
package io.alluse.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
