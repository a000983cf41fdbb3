package io.alluse.lifecycle;

import io.alluse.account.Brokerage;
import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A brokerage account that is not confirmed yet; one that serves a whole main account has no tier. */
record OpenRequest(
        String code,
        @Nullable String reference,
        String main,
        String name,
        @Nullable String tier,
        Money openingCash,
        LocalDate requestedOn,
        Brokerage state) {}
