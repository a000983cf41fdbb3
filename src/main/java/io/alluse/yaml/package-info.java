/** Files that people write: strict YAML of known keys, every problem told with its place. */
@ApplicationModule(allowedDependencies = {"fault", "text"})
@NullMarked
package io.alluse.yaml;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
