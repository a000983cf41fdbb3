package io.alluse.capitalization;

import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.capitalization.CapitalizationRule.PolicyFinder;
import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.fault.Fault;
import io.alluse.policy.Mapping;
import io.alluse.policy.Overlay;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyCheck;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.TierSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The policies that rows of a plan choose; rows share few choices, so each is worked out once. */
final class PlanPolicies implements PolicyFinder {

    static final String DEFAULT = "standard";
    private static final int MOST_KEPT = 10_000;

    private final PolicyBook book;
    private final Map<PolicyChoice, Found> known = new ConcurrentHashMap<>();
    private final Map<String, Policy> bases = new ConcurrentHashMap<>();

    PlanPolicies(PolicyBook book) {
        this.book = book;
    }

    /** A choice that cannot be carried out, on its way out of the steps of working it out. */
    private static final class Refused extends RuntimeException {

        private final transient Not not;

        Refused(PlanField field, String reason) {
            super(reason);
            this.not = new Not(field, reason);
        }
    }

    @Override
    public Found find(PolicyChoice choice) {
        if (known.size() > MOST_KEPT) {
            known.clear();
        }
        return known.computeIfAbsent(choice, this::workedOut);
    }

    /** The policy of a row that has been taken: a continued run goes by the policies it was begun with, or not at all. */
    Policy taken(PlanRow row) {
        Policy policy = taken(row.choice());
        if (!policy.hash().equals(row.policy())) {
            throw changed(row.choice() + " was " + row.policy().brief() + ", now it is "
                    + policy.hash().brief());
        }
        return policy;
    }

    Policy taken(PolicyChoice choice) {
        return switch (find(choice)) {
            case Is found -> found.policy();
            case Not not -> throw changed(choice + ": " + not.reason());
        };
    }

    private static Fault changed(String what) {
        return Fault.conflict("the policies have changed since the plan was read: " + what
                + "; bring back the ones the run was begun with and give the same command again");
    }

    Policy base(PolicyChoice choice) {
        return bases.computeIfAbsent(baseName(choice.policy()), book::policy);
    }

    static String baseName(String policy) {
        return policy.isEmpty() ? DEFAULT : policy;
    }

    /** What the choice changes about its base policy, in the order in which it does. */
    List<Sourced> overrides(PolicyChoice choice) {
        List<Sourced> overrides = new ArrayList<>();
        for (String name : overlays(choice)) {
            overlay(name).overrides().forEach(over -> overrides.add(new Sourced(over, "overlay " + name)));
        }
        if (!choice.split().isEmpty()) {
            overrides.addAll(split(choice.split()));
        }
        if (!choice.mapping().isEmpty()) {
            overrides.add(new Sourced(new PolicyOverride("mapping", choice.mapping()), "plan"));
        }
        return overrides;
    }

    private static List<String> overlays(PolicyChoice choice) {
        return Arrays.stream(choice.overlays().split("\\+"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private Overlay overlay(String name) {
        try {
            return book.overlay(name);
        } catch (Fault e) {
            throw new Refused(PlanField.OVERLAYS, Fault.reason(e));
        }
    }

    private static List<Sourced> split(String text) {
        try {
            return TierSplit.overrides(text).stream()
                    .map(share -> new Sourced(share, "plan"))
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new Refused(PlanField.SPLIT, Fault.reason(e));
        }
    }

    private Found workedOut(PolicyChoice choice) {
        try {
            checkMapping(choice.mapping());
            Policy base = knownBase(choice);
            List<PolicyOverride> overrides =
                    overrides(choice).stream().map(Sourced::override).toList();
            return switch (base.check("plan", overrides)) {
                case PolicyCheck.Valid<Policy>(Policy policy) -> new Is(policy);
                case PolicyCheck.Invalid<Policy> invalid -> new Not(blamed(choice), reasons(invalid));
            };
        } catch (Refused e) {
            return e.not;
        }
    }

    private static void checkMapping(String word) {
        if (!word.isEmpty()
                && Arrays.stream(Mapping.values())
                        .noneMatch(mapping -> mapping.word().equals(word))) {
            throw new Refused(PlanField.MAPPING, "is neither per-account nor per-main");
        }
    }

    private Policy knownBase(PolicyChoice choice) {
        try {
            return base(choice);
        } catch (Fault e) {
            throw new Refused(PlanField.POLICY, Fault.reason(e));
        }
    }

    private static PlanField blamed(PolicyChoice choice) {
        return choice.split().isEmpty() ? PlanField.OVERLAYS : PlanField.SPLIT;
    }

    private static String reasons(PolicyCheck.Invalid<Policy> invalid) {
        return String.join(
                "; ",
                invalid.problems().stream()
                        .map(problem -> problem.reason())
                        .distinct()
                        .toList());
    }
}
