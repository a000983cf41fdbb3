package io.alluse.bench;

import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Policies for measurements, in a book of their own. */
final class BenchPolicies {

    private static final Map<String, String> WEEK = Map.of("contracts", "100", "shares", "0", "leaps", "0");
    private static final Map<String, String> QUARTER = Map.of("contracts", "75", "shares", "0", "leaps", "25");

    private BenchPolicies() {}

    /** {@code standard}, but every tier allocates at the end of weeks and of quarters. */
    static PolicyBook allInPeriods(Path folder) {
        List<PolicyOverride> overrides = new ArrayList<>();
        for (String tier : List.of("GEN", "REV", "COM")) {
            WEEK.forEach((key, value) -> overrides.add(new PolicyOverride("tiers." + tier + ".weekly." + key, value)));
            QUARTER.forEach(
                    (key, value) -> overrides.add(new PolicyOverride("tiers." + tier + ".quarterly." + key, value)));
            overrides.add(new PolicyOverride("tiers." + tier + ".weekly.basis", "post-tax"));
            overrides.add(new PolicyOverride("tiers." + tier + ".quarterly.basis", "post-tax"));
        }
        Policy policy = PolicyBook.shipped().policy("standard").with(overrides);
        try {
            Path policies = Files.createDirectories(folder.resolve("jobs").resolve("policies"));
            Files.writeString(
                    policies.resolve("standard.yaml"),
                    policy.text().replaceFirst("(?m)^version: *\\d+", "version: 1000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PolicyBook.of(folder.resolve("jobs"));
    }
}
