package io.alluse.intent;

import io.alluse.money.Money;
import io.alluse.policy.DeltaBand;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An intent as it goes into a file: what was asked for, whatever became of it since. */
record ExportedIntent(
        int event,
        int no,
        String account,
        boolean shared,
        IntentKind kind,
        String symbol,
        @Nullable BigDecimal quantity,
        Money budget,
        @Nullable BigDecimal price,
        @Nullable LocalDate priceDate,
        @Nullable DeltaBand delta,
        @Nullable LocalDate expiryFrom,
        @Nullable LocalDate expiryTo,
        LocalDate validFrom,
        LocalDate validUntil) {

    /** The code of the account or, where it shares its brokerage account, of the main account: its letter and number. */
    String brokerage() {
        return shared ? main() : account;
    }

    String main() {
        int letter = account.indexOf('-');
        int end = account.indexOf('-', letter + 1);
        return end < 0 ? account : account.substring(0, end);
    }
}
