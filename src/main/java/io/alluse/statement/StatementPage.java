package io.alluse.statement;

import io.alluse.account.AccountId;
import java.time.LocalDate;

/**
 * Some of a part of a file: all activities from one brokerage account and day to another, in one table partition; no day of a
 * brokerage account is on two pages.
 *
 * @param firstDay the first of all its days
 * @param lines physical ones
 */
record StatementPage(
        int part,
        long page,
        long fromId,
        LocalDate fromDate,
        long toId,
        LocalDate toDate,
        LocalDate firstDay,
        LocalDate lastDay,
        long activities,
        long lines) {

    int partition() {
        return new AccountId(fromId).partition();
    }
}
