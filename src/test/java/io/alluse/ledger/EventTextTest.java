package io.alluse.ledger;

import static io.alluse.ledger.LedgerAccount.BUFFER;
import static io.alluse.ledger.LedgerAccount.CAPITAL;
import static io.alluse.ledger.LedgerAccount.CASH;
import static io.alluse.ledger.LedgerAccount.INTEREST;
import static io.alluse.ledger.LedgerAccount.TRANSFERS;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The known answers are those of another implementation of SHA-256 for a canonical text written by hand. */
class EventTextTest {

    private static final String FIRST = "961007a0a7d52547dddee89dfe0e77186523fc0ccb158b2d5d02dbff1c1c3018";
    private static final String SECOND = "dc683b13365a8732dfbf989d5971caa97cbb88595649e997d91d8af677efbdea";
    private static final String THIRD = "cb30efa6956c1757f8eea862611446b95e8e28e364bae199a3658a4af40be5c0";
    private static final String FOURTH = "feefd2d62aa22cd5a04a6c62af2d129c9045211b4e5beb24ef40e6daa6dbc902";
    private static final String CODE = "A-000042-GEN";
    private static final AccountId ID = AccountId.ofMain(42).member(1);

    private static EventHash hash(String hex) {
        return EventHash.of(HexFormat.of().parseHex(hex));
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Posting opening() {
        return new Posting(
                ChainHead.start(ID, CODE),
                "initial-capitalization",
                "opening",
                BusinessDay.parse("2026-01-05"),
                day("2026-01-02"),
                EventKind.OPENED,
                Postings.POLICY,
                Money.of("100000.00"),
                List.of(
                        Movement.of(CAPITAL, CASH, Money.of("100000.00"), day("2026-01-02")),
                        Movement.of(CASH, BUFFER, Money.of("5000.00"), day("2026-01-02"))),
                List.of(),
                AccountState.SAFE,
                Json.canonical().put("share", "20").put("buffer", "5000"));
    }

    private static Posting transfer(String amount) {
        return new Posting(
                new ChainHead(ID, CODE, 1, hash(FIRST)),
                "transfer",
                "T-1",
                BusinessDay.parse("2026-01-09"),
                day("2026-01-09"),
                EventKind.TRANSFERRED,
                Postings.POLICY,
                Money.of(amount).negated(),
                List.of(new Movement(CASH, TRANSFERS, Money.of(amount), day("2026-01-09"), "A-000042-GEN/2", null)),
                List.of(),
                null,
                Json.canonical());
    }

    private static Posting interest() {
        return new Posting(
                new ChainHead(ID, CODE, 2, hash(SECOND)),
                "import",
                "stmt-7 2026-01-09",
                BusinessDay.parse("2026-01-12"),
                day("2026-01-09"),
                EventKind.POSTED,
                Postings.POLICY,
                Money.ZERO,
                List.of(new Movement(INTEREST, CASH, Money.of("0.00000001"), day("2026-01-08"), null, "line 7")),
                List.of(),
                AccountState.ACTIVE,
                Json.canonical().put("note", "Zinsen für März – 利息"));
    }

    private static Posting nothing() {
        return new Posting(
                new ChainHead(ID, CODE, 3, hash(THIRD)),
                "weekly",
                "2026-01-16",
                BusinessDay.parse("2026-01-16"),
                day("2026-01-16"),
                EventKind.POSTED,
                Postings.POLICY,
                Money.ZERO,
                List.of(),
                List.of(),
                null,
                Json.canonical());
    }

    @Test
    void hashes_are_those_of_another_implementation() {
        assertThat(Stream.of(opening(), transfer("1.5"), interest(), nothing())
                        .map(new EventText()::hash)
                        .map(EventHash::toString))
                .containsExactly(FIRST, SECOND, THIRD, FOURTH);
    }

    @Test
    void trailing_zeros_do_not_count() {
        assertThat(new EventText().hash(transfer("1.50")))
                .isEqualTo(new EventText().hash(transfer("1.5")))
                .isEqualTo(new EventText().hash(transfer("1.500000000")))
                .isNotEqualTo(new EventText().hash(transfer("1.51")));
    }

    @Test
    void surrogate_ids_and_announcements_do_not_count() {
        Posting elsewhere =
                opening().placedAfter(ChainHead.start(AccountId.ofMain(7).member(3), CODE));
        Posting announced = new Posting(
                opening().after(),
                opening().rule(),
                opening().ref(),
                opening().date(),
                opening().effective(),
                opening().kind(),
                opening().policy(),
                opening().baseChange(),
                opening().movements(),
                List.of(new Announcement.Cash(Announcement.Direction.IN, Money.of("1"), Postings.DAY)),
                opening().state(),
                opening().detail());
        assertThat(List.of(new EventText().hash(elsewhere), new EventText().hash(announced)))
                .containsOnly(hash(FIRST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             PART      | USUAL       | OTHER
             code      | A           | B
             no        | 1           | 2
             date      | 2026-01-05  | 2026-01-06
             effective | 2026-01-04  | 2026-01-05
             rule      | r           | x
             ref       | f           | x
             kind      | POSTED      | REVERSED
             policy    | ab          | cd
             base      | 1           | -1
             state     | SAFE        | ACTIVE
             movements | 12          | 21
             movements | 12          | 1
             movements | 12          | 123
             detail    | {"a":"1"}   | {"a":"2"}
             previous  | 00          | 01
            """)
    void every_part_counts(String part, String usual, String other) {
        Map<String, String> parts = new HashMap<>(USUAL);
        assertThat(parts.put(part, other)).isEqualTo(usual);
        assertThat(hashOf(parts)).isNotEqualTo(hashOf(USUAL));
    }

    private static final Map<String, String> USUAL = Map.ofEntries(
            entry("code", "A"),
            entry("no", "1"),
            entry("date", "2026-01-05"),
            entry("effective", "2026-01-04"),
            entry("rule", "r"),
            entry("ref", "f"),
            entry("kind", "POSTED"),
            entry("policy", "ab"),
            entry("base", "1"),
            entry("state", "SAFE"),
            entry("movements", "12"),
            entry("detail", "{\"a\":\"1\"}"),
            entry("previous", "00"));

    private static EventHash hashOf(Map<String, String> parts) {
        UnaryOperator<String> part = key -> Objects.requireNonNull(parts.get(key));
        return new EventText()
                .hash(
                        part.apply("code"),
                        Integer.parseInt(part.apply("no")),
                        BusinessDay.parse(part.apply("date")),
                        day(part.apply("effective")),
                        part.apply("rule"),
                        part.apply("ref"),
                        part.apply("kind"),
                        new PolicyHash(part.apply("policy").repeat(32)),
                        Money.of(part.apply("base")),
                        AccountState.valueOf(part.apply("state")),
                        part.apply("movements")
                                .chars()
                                .mapToObj(which -> Postings.move(CASH, BUFFER, Character.toString(which)))
                                .toList(),
                        part.apply("detail"),
                        hash(part.apply("previous").repeat(32)));
    }
}
