/** How cash that facts have driven below zero is made good (docs/rules.md 4.4). */
@ApplicationModule(allowedDependencies = {"calendar", "ledger", "money", "text"})
@NullMarked
package io.alluse.cover;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
