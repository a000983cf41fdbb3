/** Which backups there are, and by which digest what was restored is known to be whole. */
@ApplicationModule(allowedDependencies = {"sql"})
@NullMarked
package io.alluse.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
