/** What an account means to buy: orders that are asked for, before any broker has filled them (docs/rules.md 5.6). */
@ApplicationModule(allowedDependencies = {"money", "policy"})
@NullMarked
package io.alluse.intent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
