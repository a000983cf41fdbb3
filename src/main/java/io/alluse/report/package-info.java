/** What people ask about accounts: lists, trees and histories with balances of natural sign. Nothing here changes anything. */
@ApplicationModule(allowedDependencies = {"account", "fault", "ledger", "money", "policy", "sql", "text"})
@NullMarked
package io.alluse.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
