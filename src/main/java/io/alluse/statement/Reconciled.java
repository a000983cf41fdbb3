package io.alluse.statement;

import java.util.List;

/**
 * What the comparison of a statement with the ledger came to.
 *
 * @param differences all that it shows
 * @param decisions what they did to breaks; nothing where a later statement has been compared before
 */
record Reconciled(StatementEnd stated, List<Difference> differences, List<BreakDecision> decisions) {

    Reconciled {
        differences = List.copyOf(differences);
        decisions = List.copyOf(decisions);
    }

    boolean ties() {
        return differences.isEmpty();
    }
}
