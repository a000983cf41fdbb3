package io.alluse.policy;

import io.alluse.fault.Fault;
import io.alluse.money.Percent;
import io.alluse.yaml.Document;
import io.alluse.yaml.DocumentParser;
import io.alluse.yaml.Values;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A rule book: immutable, and equal to another one if both mean the same.
 *
 * <p>It can only be had by reading a text that has nothing wrong, so nobody who holds one needs to check it.
 */
public final class Policy {

    private static final String OVERRIDES = "override";

    private final Document document;
    private final Values typed;
    private final Map<String, String> values;
    private final PolicyHash hash;
    private final Map<Tier, TierPolicy> tiers;
    private final ForkPolicy fork;

    Policy(Document document, Values typed) {
        this.document = document;
        this.typed = typed;
        this.values = Collections.unmodifiableMap(typed.written(PolicyKeys.ALL));
        this.hash = PolicyHash.ofText(PolicyText.canonical(values));
        this.tiers = new EnumMap<>(Arrays.stream(Tier.values())
                .collect(Collectors.toMap(Function.identity(), tier -> Assembly.tier(typed, tier))));
        this.fork = Assembly.fork(typed);
    }

    /** Reads the text of a policy; the file is only named in problems. */
    public static PolicyCheck<Policy> parse(String file, byte[] text) {
        return PolicyReader.read(DocumentParser.file(file, text));
    }

    /** Reads a text that {@link #text} wrote, as it is kept where policies are recorded. */
    public static Policy parse(String file, String text) {
        return parse(file, text.getBytes(StandardCharsets.UTF_8)).orFault();
    }

    /** The policy that is in force on a date: overrides from then or earlier, by date and sequence. */
    public static Policy effective(Policy base, List<DatedOverride> history, LocalDate on) {
        return base.with(history.stream()
                .filter(dated -> !dated.effective().isAfter(on))
                .sorted(DatedOverride.IN_FORCE_ORDER)
                .map(DatedOverride::override)
                .toList());
    }

    /** This policy with the overrides on top, or a fault that names everything wrong with the result. */
    public Policy with(List<PolicyOverride> overrides) {
        return check(OVERRIDES, overrides).orFault();
    }

    public Policy with(Overlay overlay) {
        return check("overlay " + overlay.name(), overlay.overrides()).orFault();
    }

    /** As {@link #with}, the outcome as a value; problems name the origin of the overrides. */
    public PolicyCheck<Policy> check(String origin, List<PolicyOverride> overrides) {
        return overrides.isEmpty()
                ? new PolicyCheck.Valid<>(this)
                : PolicyReader.read(Overriding.apply(origin, document, overrides));
    }

    /** Refuses this policy where its name and version are on record with another content. */
    public Policy mustMatch(PolicyHash recorded) {
        if (!recorded.equals(hash)) {
            throw Fault.conflict("policy " + name() + " version " + version() + " has changed: its content is "
                    + hash.brief() + ", on record is " + recorded.brief() + "; give the changed policy a new version");
        }
        return this;
    }

    /** Every key with its value as a policy file writes it, in the order of the documentation. */
    public Map<String, String> values() {
        return values;
    }

    /** The whole policy as a policy file, which reads back as an equal policy. */
    public String text() {
        return PolicyText.yaml(values);
    }

    public PolicyHash hash() {
        return hash;
    }

    public String name() {
        return typed.get(PolicyKeys.NAME);
    }

    public int version() {
        return typed.get(PolicyKeys.VERSION);
    }

    public String description() {
        return typed.get(PolicyKeys.DESCRIPTION);
    }

    public CapitalPolicy capital() {
        return Assembly.capital(typed);
    }

    public TierSplit split() {
        return Assembly.split(typed);
    }

    public Mapping mapping() {
        return typed.get(PolicyKeys.MAPPING);
    }

    /** For trade lines under {@link Mapping#PER_MAIN}; the first that matches wins. */
    public List<Route> routing() {
        return typed.get(PolicyKeys.ROUTING);
    }

    public int announceDays() {
        return typed.get(PolicyKeys.ANNOUNCE_DAYS);
    }

    public Percent driftTolerance() {
        return typed.get(PolicyKeys.DRIFT_TOLERANCE);
    }

    public int maxPriceAgeDays() {
        return typed.get(PolicyKeys.MAX_PRICE_AGE);
    }

    public Percent buffer() {
        return typed.get(PolicyKeys.BUFFER);
    }

    public TaxRates tax() {
        return Assembly.tax(typed);
    }

    public LeapsPolicy leaps() {
        return Assembly.leaps(typed);
    }

    public ForkPolicy fork() {
        return fork;
    }

    public MergePolicy merge() {
        return Assembly.merge(typed);
    }

    public ConsolidationPolicy consolidation() {
        return Assembly.consolidation(typed);
    }

    public PerformancePolicy performance() {
        return Assembly.performance(typed);
    }

    public TierPolicy tier(Tier tier) {
        return Objects.requireNonNull(tiers.get(tier));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Policy policy && policy.hash.equals(hash);
    }

    @Override
    public int hashCode() {
        return hash.hashCode();
    }

    /** {@code standard 1 (3f1c…)}. */
    @Override
    public String toString() {
        return name() + " " + version() + " (" + hash.brief() + ")";
    }
}
