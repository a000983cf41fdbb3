/** Business dates: which day it is in New York, and on which days an exchange trades. */
@ApplicationModule(allowedDependencies = {"fault", "text", "yaml"})
@NullMarked
package io.alluse.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
