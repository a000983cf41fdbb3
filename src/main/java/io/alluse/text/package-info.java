/** What people and programs read: JSON and tables. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.alluse.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
