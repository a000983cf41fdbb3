package io.alluse.lifecycle;

import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.fault.Fault;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyOverride;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person wants changed about a policy, in the words of the command line: overlays first, single keys on top. */
public record PolicyWishes(List<String> overlays, @Nullable String split, List<String> symbols, List<String> values) {

    private static final String SOURCE = "configure";
    private static final Pattern SYMBOLS = Pattern.compile("(GEN|REV|COM)=([A-Z][A-Z0-9.]*(?:,[A-Z][A-Z0-9.]*)*)");
    private static final Pattern VALUE = Pattern.compile("([^=]+)=(.+)", Pattern.DOTALL);

    public PolicyWishes {
        overlays = List.copyOf(overlays);
        symbols = List.copyOf(symbols);
        values = List.copyOf(values);
    }

    public boolean isEmpty() {
        return overlays.isEmpty() && split == null && symbols.isEmpty() && values.isEmpty();
    }

    /** For a main account, or where a tier is given for one of its accounts: then only what concerns that tier. */
    List<Sourced> overrides(PolicyBook book, String mainCode, @Nullable Tier tier) {
        List<Sourced> wanted = new ArrayList<>();
        for (String name : overlays) {
            book.overlay(name).overrides().stream()
                    .filter(override -> tier == null || isSplit(override.key()) || concerns(override.key(), tier))
                    .forEach(override -> wanted.add(new Sourced(override, "overlay " + name)));
        }
        single().forEach(override -> wanted.add(new Sourced(override, SOURCE)));
        wanted.forEach(wish -> mustFit(wish.override().key(), mainCode, tier));
        return wanted;
    }

    private List<PolicyOverride> single() {
        List<PolicyOverride> single = new ArrayList<>();
        if (split != null) {
            try {
                single.addAll(TierSplit.overrides(split));
            } catch (IllegalArgumentException e) {
                throw Fault.usage("--split " + split + ": " + Fault.reason(e));
            }
        }
        symbols.forEach(text -> single.add(symbols(text)));
        values.forEach(text -> single.add(value(text)));
        return single;
    }

    private static PolicyOverride symbols(String text) {
        Matcher matcher = SYMBOLS.matcher(text);
        if (!matcher.matches()) {
            throw Fault.usage("--symbols " + text + ": is not a tier and its symbols such as GEN=TSLA,NVDA");
        }
        String list = Arrays.stream(matcher.group(2).split(",")).collect(Collectors.joining(", ", "[", "]"));
        return new PolicyOverride("tiers." + matcher.group(1) + ".symbols", list);
    }

    private static PolicyOverride value(String text) {
        Matcher matcher = VALUE.matcher(text);
        if (!matcher.matches()) {
            throw Fault.usage("--set " + text + ": is not a key and its value such as buffer=8");
        }
        return new PolicyOverride(matcher.group(1).strip(), matcher.group(2).strip());
    }

    private static void mustFit(String key, String mainCode, @Nullable Tier tier) {
        if (key.equals("mapping")) {
            throw Fault.usage("mapping is fixed when a main account is opened and cannot be configured");
        }
        if (tier != null && isSplit(key)) {
            throw Fault.usage("a split belongs to the main account: alluse account configure " + mainCode);
        }
        if (tier != null && !concerns(key, tier)) {
            throw Fault.usage(key + " does not concern an account of tier " + tier);
        }
    }

    private static boolean isSplit(String key) {
        return key.startsWith("tiers.") && key.endsWith(".split");
    }

    private static boolean concerns(String key, Tier tier) {
        return !key.startsWith("tiers.") || key.startsWith("tiers." + tier + ".");
    }
}
