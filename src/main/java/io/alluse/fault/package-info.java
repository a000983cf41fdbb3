/** What can go wrong for a user, with the exit code that tells whose turn it is. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.fault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
