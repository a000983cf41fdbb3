/** What is due when: job definitions, and the dates and times that follow from them and a calendar. */
@ApplicationModule(allowedDependencies = {"calendar", "fault", "text", "yaml"})
@NullMarked
package io.alluse.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
