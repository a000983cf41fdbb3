/** Business dates. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
