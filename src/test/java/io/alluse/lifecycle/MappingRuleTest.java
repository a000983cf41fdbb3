package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.Marks;
import io.alluse.lifecycle.MappingDecision.Already;
import io.alluse.lifecycle.MappingDecision.Map;
import io.alluse.lifecycle.MappingDecision.Refuse;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MappingRuleTest {

    private static final AccountId GEN = AccountId.ofMain(1).member(1);
    private static final LocalDate OPENED = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             NOW       | AS | ACCOUNT   | TO        | REFERENCE | TAKEN                     | DATE       | DECISION
             requested |    | SAFE      | confirmed | U1        |                           | 2026-01-05 | confirmed U1
             requested |    | SAFE      | opened    | U1        |                           | 2026-01-05 | opened U1
             requested |    | SUSPENDED | confirmed | U1        |                           | 2026-01-05 | confirmed U1
             requested |    | SAFE      | confirmed | U1        | is used by A-000002-GEN   | 2026-01-05 | 6 reference: is used by A-000002-GEN
             requested |    | CLOSED    | confirmed | U1        |                           | 2026-01-05 | 4 code: is closed and takes no brokerage account
             requested |    | SAFE      | confirmed | U1        | is reserved by run 7, which has not finished | 2026-01-05 | 6 reference: is reserved by run 7, which has not finished
             requested |    | SAFE      | confirmed | U1        |                           | 2026-01-04 | 2 code: was opened on 2026-01-05, after --date 2026-01-04
             confirmed | U1 | ACTIVE    | confirmed | U1        |                           | 2026-01-04 | 2 code: was opened on 2026-01-05, after --date 2026-01-04
             opened    | U1 | SAFE      | confirmed | U1        |                           | 2026-01-05 | confirmed U1
             opened    | U1 | SAFE      | confirmed | U2        |                           | 2026-01-05 | confirmed U2
             opened    | U1 | SAFE      | opened    | U1        |                           | 2026-01-05 | already opened
             opened    | U1 | SAFE      | opened    | U2        |                           | 2026-01-05 | 6 reference: cannot be opened: A-000001-GEN is opened as U1
             confirmed | U1 | ACTIVE    | confirmed | U1        |                           | 2026-01-05 | already confirmed
             confirmed | U1 | ACTIVE    | opened    | U1        |                           | 2026-01-05 | already confirmed
             confirmed | U1 | ACTIVE    | confirmed | U2        |                           | 2026-01-05 | 6 reference: cannot be confirmed: A-000001-GEN is confirmed as U1
             released  | U1 | CLOSED    | confirmed | U1        |                           | 2026-01-05 | 6 code: has released its brokerage account
             released  | U1 | CLOSED    | confirmed | U2        |                           | 2026-01-05 | 4 code: is closed and takes no brokerage account
            """, useHeadersInDisplayName = true)
    void a_brokerage_account_goes_forward_only(
            String now,
            @Nullable String as,
            AccountState account,
            String to,
            String reference,
            @Nullable String taken,
            LocalDate date,
            String decision) {
        MappingLine line = new MappingLine(2, "A-000001-GEN", new BrokerageReference(reference), Brokerage.ofWord(to));
        Served served = served(Brokerage.ofWord(now), as, account);
        assertThat(text(MappingRule.decide(line, served, Optional.ofNullable(taken), date)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             NOW       | AS | ACCOUNT   | DATE       | DECISION
             confirmed | U1 | CLOSED    | 2026-01-05 | released U1
             confirmed | U1 | CLOSED    | 2026-01-04 | 2 code: was opened on 2026-01-05, after --date 2026-01-04
             requested |    | CLOSED    | 2026-01-05 | released null
             released  | U1 | CLOSED    | 2026-01-05 | already released
             confirmed | U1 | SUSPENDED | 2026-01-05 | 4 code: releases its brokerage account only when all it serves is closed: A-000001-GEN is SUSPENDED
            """, useHeadersInDisplayName = true)
    void only_what_is_closed_releases(
            String now, @Nullable String as, AccountState account, LocalDate date, String decision) {
        assertThat(text(MappingRule.release(served(Brokerage.ofWord(now), as, account), date)))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " U1", "a b", "-U1", "U1;drop", "Ü1", "U\n1"})
    void what_is_not_a_reference_is_none(String text) {
        assertThat(BrokerageReference.isLegal(text)).isFalse();
        assertThat(BrokerageReference.isLegal("U1" + "x".repeat(62))).isTrue();
        assertThat(BrokerageReference.isLegal("U1" + "x".repeat(63))).isFalse();
    }

    private static Served served(Brokerage state, @Nullable String reference, AccountState account) {
        AccountHead head = new AccountHead(
                ChainHead.start(GEN, "A-000001-GEN"), account, Money.ZERO, Balances.ZERO, 0, 0, Marks.NONE, Money.ZERO);
        return new Served(GEN, "A-000001-GEN", "standard", state, reference, OPENED, List.of(head));
    }

    private static String text(MappingDecision decision) {
        return switch (decision) {
            case Map map -> map.to().word() + " " + map.reference();
            case Already already -> "already " + already.state().word();
            case Refuse refuse -> refuse.exit().code() + " " + refuse.field() + ": " + refuse.reason();
        };
    }
}
