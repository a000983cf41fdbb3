package io.alluse.holding;

import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OpaqueInstrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.instrument.Share;
import io.alluse.ledger.LedgerAccount;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Which allocated money an opening purchase spends before CASH (docs/rules.md 5). */
final class Bucket {

    private static final int LEAPS_DAYS = 365;

    private Bucket() {}

    static LedgerAccount of(Activity purchase, Instrument instrument) {
        return switch (instrument) {
            case Share _ ->
                purchase.effect() == Effect.OF_ASSIGNMENT
                        ? LedgerAccount.ALLOCATED_CONTRACTS
                        : LedgerAccount.ALLOCATED_SHARES;
            case OptionContract option ->
                isLeaps(option, purchase.effective())
                        ? LedgerAccount.ALLOCATED_LEAPS
                        : LedgerAccount.ALLOCATED_CONTRACTS;
            case OpaqueInstrument _ -> LedgerAccount.CASH;
        };
    }

    private static boolean isLeaps(OptionContract option, LocalDate bought) {
        return option.right() == Right.CALL && ChronoUnit.DAYS.between(bought, option.expiry()) > LEAPS_DAYS;
    }
}
