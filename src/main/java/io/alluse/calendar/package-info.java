/** Business dates: which day it is in New York, and on which days the exchange trades. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
