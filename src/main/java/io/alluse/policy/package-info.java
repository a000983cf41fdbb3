/** Rule books: versioned policy files, overlays and overrides, read strictly and hashed by meaning. */
@ApplicationModule(allowedDependencies = {"fault", "money", "text", "yaml"})
@NullMarked
package io.alluse.policy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
