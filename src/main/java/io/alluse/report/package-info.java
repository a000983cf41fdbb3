/**
 * What people ask about accounts: lists, trees and histories with balances of natural sign, lots and the tax ledger. Nothing here changes
 * anything.
 */
@ApplicationModule(
        allowedDependencies = {
            "account",
            "calendar",
            "fault",
            "holding",
            "instrument",
            "ledger",
            "lot",
            "money",
            "policy",
            "price",
            "sql",
            "taxledger",
            "text"
        })
@NullMarked
package io.alluse.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
