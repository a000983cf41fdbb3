package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.audit.Person;
import io.alluse.audit.Word;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A scored decision as it is kept; the factors are JSON. */
public record ScoredDecision(
        long id,
        String account,
        AccountId accountId,
        LocalDate askedOn,
        Money amount,
        BigDecimal score,
        Score.Verdict verdict,
        String factors,
        PolicyHash policy,
        Person askedBy,
        Standing.State state,
        LocalDate expiresOn,
        @Nullable Word word) {}
