package io.alluse.split;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Splits and holdings as tables write them. */
final class Holdings {

    private Holdings() {}

    static TierSplit split(String text) {
        String[] shares = text.split("/");
        return new TierSplit(Percent.of(shares[0]), Percent.of(shares[1]), Percent.of(shares[2]));
    }

    /** {@code GEN 100.00 free 20.00, COM 50.00 is SAFE}: all that is there is free unless it says so. */
    static List<Holding> of(String text) {
        List<Holding> holdings = new ArrayList<>();
        for (String part : Arrays.stream(text.split(",")).map(String::strip).toList()) {
            String[] words = part.split(" +");
            boolean limited = words.length > 3 && words[2].equals("free");
            holdings.add(new Holding(
                    words[0] + holdings.size(),
                    Tier.valueOf(words[0]),
                    Money.of(words[1]),
                    Money.of(limited ? words[3] : words[1]).max(Money.ZERO),
                    limited || words.length < 4 ? "" : words[2] + " " + words[3]));
        }
        return holdings;
    }
}
