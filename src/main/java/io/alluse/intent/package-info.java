/** What an account means to buy: orders that are asked for, how far statements have filled them, and how they ended (docs/rules.md 5.6). */
@ApplicationModule(
        allowedDependencies = {"account", "activity", "fault", "instrument", "money", "policy", "sql", "text"})
@NullMarked
package io.alluse.intent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
