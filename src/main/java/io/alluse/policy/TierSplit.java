package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** How capital is divided among the three accounts of a main account; the shares add up to 100. */
public record TierSplit(Percent gen, Percent rev, Percent com) {

    private static final Pattern TEXT =
            Pattern.compile("\\d{1,3}(\\.\\d{1,4})?/\\d{1,3}(\\.\\d{1,4})?/\\d{1,3}(\\.\\d{1,4})?");

    public TierSplit {
        List<Percent> shares = List.of(gen, rev, com);
        if (shares.stream().anyMatch(share -> share.signum() < 0)
                || !gen.plus(rev).plus(com).equals(Percent.HUNDRED)) {
            throw new IllegalArgumentException("a split must add up to 100, was " + shares);
        }
    }

    /** The overrides that make a split of {@code 20/30/50}: GEN, REV and COM in percent; whether it adds up, the policy says. */
    public static List<PolicyOverride> overrides(String text) {
        if (!TEXT.matcher(text).matches()) {
            throw new IllegalArgumentException("is not GEN/REV/COM in percent such as 20/30/50");
        }
        String[] shares = text.split("/");
        return Arrays.stream(Tier.values())
                .map(tier -> new PolicyOverride("tiers." + tier + ".split", shares[tier.ordinal()]))
                .toList();
    }

    /** The parts for GEN, REV and COM in this order; they add up to the capital. */
    public List<Money> of(Money capital) {
        return capital.split(List.of(gen.value(), rev.value(), com.value()));
    }

    public Percent share(Tier tier) {
        return switch (tier) {
            case GEN -> gen;
            case REV -> rev;
            case COM -> com;
        };
    }

    /** {@code 20/30/50}. */
    @Override
    public String toString() {
        return gen.value().toPlainString() + "/" + rev.value().toPlainString() + "/"
                + com.value().toPlainString();
    }
}
