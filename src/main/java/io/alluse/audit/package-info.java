/** Who did what, when, why and from where; and what log lines are about. */
@ApplicationModule(allowedDependencies = {"calendar", "fault", "text"})
@NullMarked
package io.alluse.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
