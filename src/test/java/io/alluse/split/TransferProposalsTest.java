package io.alluse.split;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.split.TransferProposals.Rest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/rules.md 4.3. */
class TransferProposalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SPLIT    | HOLDINGS                                           | PROPOSALS
             20/30/50 | GEN 100000.00, REV 150000.00, COM 250000.00        | none
             25/25/50 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 25000.00 to GEN0
             20/20/60 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 50000.00 to COM2
             40/30/30 | GEN 0.01, REV 0.00, COM 0.00                       | none
             20/30/50 | GEN 60.00, GEN 20.00, REV 60.00, COM 60.00         | GEN0 sends 30.00 to COM3; GEN1 sends 10.00 to COM3
             20/30/50 | GEN 100.00, COM 40.00                              | GEN0 sends 60.00 to COM1
             20/30/50 | GEN 1000.00337, REV 0.00, COM 0.00                 | GEN0 sends 300.00 to REV1; GEN0 sends 500.00 to COM2
             20/30/50 | GEN -10.00, REV 0.00, COM 10.00                    | none
             0/0/100  | GEN 5.00, REV 5.00, COM 0.00                       | GEN0 sends 5.00 to COM2; REV1 sends 5.00 to COM2
             0/0/100  | GEN 5.00, REV 5.00                                 | none
            """, useHeadersInDisplayName = true)
    void who_has_too_much_sends_to_who_has_too_little(String split, String holdings, String proposals) {
        assertThat(proposed(split, holdings)).isEqualTo(proposals);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SPLIT    | HOLDINGS                                           | PROPOSALS
             40/30/30 | GEN 0.00, REV 0.00, COM 0.10                       | GEN0 lacks 0.04: nobody else can send it; REV1 lacks 0.03: nobody else can send it; COM2 keeps 0.07: allows no withdrawals
             50/25/25 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 25000.00 to GEN0; GEN0 lacks 125000.00: nobody else can send it; COM2 keeps 125000.00: allows no withdrawals
             20/30/50 | GEN 0.00, REV 100.00 free 10.00, COM 0.00          | REV1 sends 2.86 to GEN0; REV1 sends 7.14 to COM2; GEN0 lacks 17.14: nobody else can send it; REV1 keeps 60.00: its free cash is 10.00; COM2 lacks 42.86: nobody else can send it
             20/30/50 | GEN 60.00 free 5.00, GEN 60.00, REV 80.00, COM 0.00 | GEN0 sends 5.00 to COM3; GEN1 sends 40.00 to COM3; REV2 sends 20.00 to COM3; GEN0 keeps 35.00: its free cash is 5.00; COM3 lacks 35.00: nobody else can send it
             25/25/50 | GEN 100.00, REV 150.00 is SAFE, COM 250.00         | GEN0 lacks 25.00: nobody else can send it; REV1 keeps 25.00: is SAFE
             25/25/50 | GEN 100.00 is SUSPENDED, REV 150.00, COM 250.00    | GEN0 lacks 25.00: is SUSPENDED; REV1 keeps 25.00: nobody else can receive it
            """, useHeadersInDisplayName = true)
    void what_cannot_be_sent_or_received_remains_and_is_named(String split, String holdings, String proposals) {
        assertThat(proposed(split, holdings)).isEqualTo(proposals);
    }

    private static String proposed(String split, String holdings) {
        TransferProposals proposals = TransferProposals.of(Holdings.split(split), Holdings.of(holdings));
        String found = Stream.concat(
                        proposals.transfers().stream()
                                .map(transfer ->
                                        transfer.from() + " sends " + transfer.amount() + " to " + transfer.to()),
                        proposals.rests().stream().map(TransferProposalsTest::text))
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? "none" : found;
    }

    private static String text(Rest rest) {
        boolean keeps = rest.amount().isPositive();
        return rest.code()
                + (keeps ? " keeps " + rest.amount() : " lacks " + rest.amount().negated()) + ": " + rest.reason();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 20260105})
    void transfers_and_rests_lead_to_the_targets_and_no_cent_is_made_or_lost(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Holding> holdings = holdings(random);
            int gen = random.nextInt(101);
            int rev = random.nextInt(101 - gen);
            TransferProposals proposals =
                    TransferProposals.of(Holdings.split(gen + "/" + rev + "/" + (100 - gen - rev)), holdings);
            Map<String, Money> sent = new HashMap<>();
            Map<String, Money> after = new HashMap<>();
            proposals.shares().forEach(share -> after.put(share.code(), share.now()));
            proposals.transfers().forEach(transfer -> {
                assertThat(transfer.amount().isPositive()).isTrue();
                assertThat(transfer.from()).doesNotStartWith("COM");
                sent.merge(transfer.from(), transfer.amount(), Money::plus);
                after.merge(transfer.from(), transfer.amount().negated(), Money::plus);
                after.merge(transfer.to(), transfer.amount(), Money::plus);
            });
            proposals
                    .rests()
                    .forEach(rest -> after.merge(rest.code(), rest.amount().negated(), Money::plus));
            assertThat(proposals.shares())
                    .allSatisfy(share -> assertThat(after.get(share.code())).isEqualTo(share.target()));
            holdings.forEach(holding ->
                    assertThat(sent.getOrDefault(holding.code(), Money.ZERO)).isLessThanOrEqualTo(holding.free()));
        }
    }

    private static List<Holding> holdings(Random random) {
        List<Holding> holdings = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            Tier tier = Tier.values()[random.nextInt(3)];
            Money worth = Money.ofCents(random.nextLong(-1_000, 10_000_000));
            Money free = Money.ofCents(random.nextLong(0, 5_000_000));
            holdings.add(new Holding(tier + "" + i, tier, worth, free, random.nextInt(5) == 0 ? "is SAFE" : ""));
        }
        return holdings;
    }
}
