package io.alluse.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.ledger.PostingResult.AlreadyPosted;
import io.alluse.ledger.PostingResult.Posted;
import io.alluse.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds whatever is posted. */
class LedgerLawsTest {

    private static final List<String> CODES =
            List.of("A-000001-GEN", "A-000001-REV", "A-000001-COM", "A-000002-GEN", "A-000002-REV", "A-000002-COM");
    private static final int POSTINGS = 80;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void whatever_is_posted_the_laws_hold_and_a_replay_changes_nothing(long seed) {
        try (LedgerFixture fixture = LedgerFixture.ofMains(2)) {
            for (PostingResult result : posted(fixture, new Random(seed))) {
                assertThat(result).isInstanceOf(Posted.class);
            }
            VerifyReport once = fixture.verify();
            assertThat(once.first()).isEmpty();
            assertThat(once.accounts()).isEqualTo(CODES.size());
            assertThat(once.balances().of(LedgerAccount.TRANSFERS)).isEqualTo(Money.ZERO);
            assertThat(once.balances().inChartOrder().stream().reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.ZERO);
            for (PostingResult result : posted(fixture, new Random(seed))) {
                assertThat(result).isInstanceOf(AlreadyPosted.class);
            }
            assertThat(fixture.verify()).isEqualTo(once);
        }
    }

    private static List<PostingResult> posted(LedgerFixture fixture, Random random) {
        List<PostingResult> results = new ArrayList<>();
        for (int i = 0; i < POSTINGS; i++) {
            if (random.nextInt(3) == 0) {
                transfer(fixture, random, i, results);
            } else {
                post(fixture, random, i, results);
            }
        }
        return results;
    }

    private static void post(LedgerFixture fixture, Random random, int number, List<PostingResult> results) {
        String code = CODES.get(random.nextInt(CODES.size()));
        Movement[] movements = new Movement[random.nextInt(4)];
        for (int i = 0; i < movements.length; i++) {
            movements[i] = movement(random);
        }
        results.add(fixture.post(code, after -> Postings.posting(after, "posting " + number, movements)));
    }

    private static Movement movement(Random random) {
        List<LedgerAccount> chart = new ArrayList<>(List.of(LedgerAccount.values()));
        chart.remove(LedgerAccount.TRANSFERS);
        LedgerAccount from = chart.remove(random.nextInt(chart.size()));
        LedgerAccount to = chart.get(random.nextInt(chart.size()));
        return Postings.move(from, to, amount(random));
    }

    private static void transfer(LedgerFixture fixture, Random random, int number, List<PostingResult> results) {
        List<String> codes = new ArrayList<>(CODES);
        String from = codes.remove(random.nextInt(codes.size()));
        String to = codes.get(random.nextInt(codes.size()));
        String amount = amount(random);
        String id = from + "/" + number;
        results.add(fixture.post(from, after -> Postings.posting(after, id, Postings.paid(amount, id))));
        results.add(fixture.post(to, after -> Postings.posting(after, id, Postings.received(amount, id))));
    }

    /** Up to eight decimals, as brokers have them. */
    private static String amount(Random random) {
        return random.nextInt(1_000_000) + "." + (1 + random.nextInt(99_999_999));
    }
}
