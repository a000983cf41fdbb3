package io.alluse.policy;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import java.util.List;

/** How capital is divided among the three accounts of a main account; the shares add up to 100. */
public record TierSplit(Percent gen, Percent rev, Percent com) {

    public TierSplit {
        List<Percent> shares = List.of(gen, rev, com);
        if (shares.stream().anyMatch(share -> share.signum() < 0)
                || !gen.plus(rev).plus(com).equals(Percent.HUNDRED)) {
            throw new IllegalArgumentException("a split must add up to 100, was " + shares);
        }
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
