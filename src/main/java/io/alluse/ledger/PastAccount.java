package io.alluse.ledger;

import java.util.List;

/** An account as it stood after one of its events, and what it had earned by then, ascending by year; what its
 * short puts bound then, the chain does not tell. */
public record PastAccount(AccountHead head, List<YearResult> years) {

    public PastAccount {
        years = List.copyOf(years);
    }
}
