/**
 * What tax law adds to the lots of an account (docs/rules.md 9.2): wash sales, holding periods, section 1256, by term and period. Estimates,
 * not advice.
 */
@ApplicationModule(allowedDependencies = {"holding", "instrument", "money"})
@NullMarked
package io.alluse.taxledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
