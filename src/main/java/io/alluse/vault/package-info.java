/** Credentials of brokerage accounts, sealed so that only this program with its key reads them. */
@ApplicationModule(allowedDependencies = {"audit", "fault"})
@NullMarked
package io.alluse.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
