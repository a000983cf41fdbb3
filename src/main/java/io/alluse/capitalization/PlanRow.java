package io.alluse.capitalization;

import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.policy.PolicyHash;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row that can be carried out: one main account to be opened. */
record PlanRow(
        long line,
        String name,
        Money capital,
        PolicyChoice choice,
        PolicyHash policy,
        LocalDate openedOn,
        References references,
        String content) {

    /** The policy of a row: its name and what the row changes about it; blank where the policy's own holds. */
    record PolicyChoice(String policy, String mapping, String split, String overlays) {}

    /** The brokerage accounts a row brings; blank where there is none. */
    record References(String main, String gen, String rev, String com) {

        String of(Tier tier) {
            return switch (tier) {
                case GEN -> gen;
                case REV -> rev;
                case COM -> com;
            };
        }

        List<Map.Entry<PlanField, String>> given() {
            return List.of(
                            Map.entry(PlanField.MAIN_REFERENCE, main),
                            Map.entry(PlanField.GEN_REFERENCE, gen),
                            Map.entry(PlanField.REV_REFERENCE, rev),
                            Map.entry(PlanField.COM_REFERENCE, com))
                    .stream()
                    .filter(entry -> !entry.getValue().isEmpty())
                    .toList();
        }

        @Nullable
        String forMain() {
            return main.isEmpty() ? null : main;
        }

        @Nullable
        String forTier(Tier tier, Mapping mapping) {
            String reference = mapping == Mapping.PER_MAIN ? main : of(tier);
            return reference.isEmpty() ? null : reference;
        }
    }
}
