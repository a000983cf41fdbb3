package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.lifecycle.TransferProposals.Holding;
import io.alluse.lifecycle.TransferProposals.Share;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransferProposalsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             SPLIT    | HOLDINGS                                           | TRANSFERS
             20/30/50 | GEN 100000.00, REV 150000.00, COM 250000.00        | none
             25/25/50 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 25000.00 to GEN0
             50/25/25 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 25000.00 to GEN0; COM2 sends 125000.00 to GEN0
             20/20/60 | GEN 100000.00, REV 150000.00, COM 250000.00        | REV1 sends 50000.00 to COM2
             40/30/30 | GEN 0.01, REV 0.00, COM 0.00                       | none
             40/30/30 | GEN 0.00, REV 0.00, COM 0.10                       | COM2 sends 0.04 to GEN0; COM2 sends 0.03 to REV1
             20/30/50 | GEN 60.00, GEN 20.00, REV 60.00, COM 60.00         | GEN0 sends 30.00 to COM3; GEN1 sends 10.00 to COM3
             20/30/50 | GEN 0.00, GEN 0.00, REV 0.00, COM 10.00            | COM3 sends 1.00 to GEN0; COM3 sends 1.00 to GEN1; COM3 sends 3.00 to REV2
             20/30/50 | GEN 100.00, COM 40.00                              | GEN0 sends 60.00 to COM1
             20/30/50 | GEN 1000.00337, REV 0.00, COM 0.00                 | GEN0 sends 300.00 to REV1; GEN0 sends 500.00 to COM2
             20/30/50 | GEN -10.00, REV 0.00, COM 10.00                    | none
             20/30/50 | GEN -10.00, REV 0.00, COM 110.00                   | COM2 sends 30.00 to GEN0; COM2 sends 30.00 to REV1
             0/0/100  | GEN 5.00, REV 5.00, COM 0.00                       | GEN0 sends 5.00 to COM2; REV1 sends 5.00 to COM2
             0/0/100  | GEN 5.00, REV 5.00                                 | none
            """, useHeadersInDisplayName = true)
    void who_has_too_much_sends_to_who_has_too_little(String split, String holdings, String transfers) {
        TransferProposals proposals = TransferProposals.of(split(split), holdings(holdings));
        String found = proposals.transfers().stream()
                .map(transfer -> transfer.from() + " sends " + transfer.amount() + " to " + transfer.to())
                .collect(Collectors.joining("; "));
        assertThat(found.isEmpty() ? "none" : found).isEqualTo(transfers);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 7, 42, 20260105})
    void transfers_lead_to_the_targets_and_no_cent_is_made_or_lost(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            List<Holding> holdings = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(8); i++) {
                Tier tier = Tier.values()[random.nextInt(3)];
                holdings.add(new Holding(tier + "" + i, tier, Money.ofCents(random.nextLong(-1_000, 10_000_000))));
            }
            int gen = random.nextInt(101);
            int rev = random.nextInt(101 - gen);
            TransferProposals proposals =
                    TransferProposals.of(split(gen + "/" + rev + "/" + (100 - gen - rev)), holdings);
            Map<String, Money> after = new HashMap<>();
            proposals.shares().forEach(share -> after.put(share.code(), share.now()));
            proposals.transfers().forEach(transfer -> {
                assertThat(transfer.amount().isPositive()).isTrue();
                after.merge(transfer.from(), transfer.amount().negated(), Money::plus);
                after.merge(transfer.to(), transfer.amount(), Money::plus);
            });
            assertThat(proposals.shares())
                    .allSatisfy(share -> assertThat(after.get(share.code())).isEqualTo(share.target()));
            assertThat(proposals.shares().stream().map(Share::change).reduce(Money.ZERO, Money::plus))
                    .isEqualTo(Money.ZERO);
            assertThat(proposals.transfers()).hasSizeLessThan(Math.max(1, holdings.size()));
        }
    }

    private static TierSplit split(String text) {
        String[] shares = text.split("/");
        return new TierSplit(Percent.of(shares[0]), Percent.of(shares[1]), Percent.of(shares[2]));
    }

    private static List<Holding> holdings(String text) {
        List<String> parts = Arrays.stream(text.split(",")).map(String::strip).toList();
        List<Holding> holdings = new ArrayList<>();
        for (String part : parts) {
            String[] words = part.split(" ");
            holdings.add(new Holding(words[0] + holdings.size(), Tier.valueOf(words[0]), Money.of(words[1])));
        }
        return holdings;
    }
}
