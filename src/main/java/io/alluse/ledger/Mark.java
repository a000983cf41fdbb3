package io.alluse.ledger;

import io.alluse.money.Money;
import java.time.LocalDate;

/** What an account had earned, and what tax had been accrued for it, when a period of its was closed. */
public record Mark(LocalDate date, Money gain, Money taxes) {

    static Mark of(LocalDate date, Balances balances) {
        return new Mark(date, balances.gain(), balances.natural(LedgerAccount.TAXES));
    }
}
