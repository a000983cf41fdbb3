package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something announced that no statement has shown yet.
 *
 * @param what an amount, or a quantity of an instrument
 */
record Late(AccountId account, int event, int seq, Direction direction, String what, LocalDate dated) {

    static String amount(BigDecimal amount) {
        return Money.of(amount).readable();
    }

    String key() {
        return event + "." + seq;
    }
}
