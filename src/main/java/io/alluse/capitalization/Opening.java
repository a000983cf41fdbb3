package io.alluse.capitalization;

import io.alluse.account.NewMainAccount;
import io.alluse.account.PolicyOverrides;
import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Posting;
import java.util.List;
import java.util.stream.Stream;

/** All that opening one main account writes. */
record Opening(long seq, NewMainAccount main, List<Posting> postings, List<Sourced> overrides) {

    Balances moved() {
        return Balances.ofMovements(postings.stream()
                .flatMap(posting -> posting.movements().stream())
                .toList());
    }

    Stream<PolicyOverrides.Change> changes() {
        return overrides.stream().map(override -> new PolicyOverrides.Change(main.id(), main.openedOn(), override));
    }

    int partition() {
        return main.id().partition();
    }
}
