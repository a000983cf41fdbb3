/** What people are told without asking: noted once, told to a file, standard output or a command, tried again until it is. */
@ApplicationModule(allowedDependencies = {"fault", "run", "sql", "text"})
@NullMarked
package io.alluse.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
