/** Due dates: which job is due for which date, what may run next and why the others wait; the service that carries them out. */
@ApplicationModule(allowedDependencies = {"audit", "calendar", "fault", "run", "schedule", "sql", "text"})
@NullMarked
package io.alluse.service;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
