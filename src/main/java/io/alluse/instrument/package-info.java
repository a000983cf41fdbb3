/** What is traded: shares, options and what we only know by name; one canonical form, printed the same everywhere. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.instrument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
