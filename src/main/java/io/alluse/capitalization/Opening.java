package io.alluse.capitalization;

import io.alluse.account.NewMainAccount;
import io.alluse.capitalization.PlanPolicies.Sourced;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Posting;
import java.util.List;

/** All that opening one main account writes. */
record Opening(long seq, NewMainAccount main, List<Posting> postings, List<Sourced> overrides) {

    Balances moved() {
        return Balances.ofMovements(postings.stream()
                .flatMap(posting -> posting.movements().stream())
                .toList());
    }

    int partition() {
        return main.id().partition();
    }
}
