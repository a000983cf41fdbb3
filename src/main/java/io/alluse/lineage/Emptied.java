package io.alluse.lineage;

import io.alluse.account.AccountId;
import java.time.LocalDate;

/** The merge that has emptied an account, and has not been taken back. */
public record Emptied(AccountId target, String targetCode, int no, LocalDate date) {

    public String merge() {
        return Merge.code(targetCode, no);
    }
}
