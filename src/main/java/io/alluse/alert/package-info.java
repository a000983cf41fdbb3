/** What a person should know and do: raised once while it stands, cleared when it is gone (docs/rules.md 4.7). */
@ApplicationModule(allowedDependencies = {"account", "audit", "calendar", "fault", "sql"})
@NullMarked
package io.alluse.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
