package io.alluse.absorption;

import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What an account gave in an event, as the movements of that event tell. */
record Given(Map<LedgerAccount, Money> raised, Map<LedgerAccount, Money> content) {

    static Given of(List<Movement> movements) {
        Map<LedgerAccount, Money> raised = new EnumMap<>(LedgerAccount.class);
        Map<LedgerAccount, Money> content = new EnumMap<>(LedgerAccount.class);
        for (Movement movement : movements) {
            if (movement.to() == LedgerAccount.TRANSFERS) {
                content.put(movement.from(), movement.amount());
            } else if (movement.from() == LedgerAccount.TRANSFERS) {
                content.put(movement.to(), movement.amount().negated());
            } else if (movement.to() == LedgerAccount.CASH) {
                raised.put(movement.from(), movement.amount());
            } else {
                raised.put(movement.to(), movement.amount().negated());
            }
        }
        return new Given(raised, content);
    }
}
