/** What happened in a brokerage account, in our words, whichever broker tells it. */
@ApplicationModule(allowedDependencies = {"instrument", "money"})
@NullMarked
package io.alluse.activity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
