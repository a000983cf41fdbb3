package io.alluse.lifecycle;

import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.policy.TierSplit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Who would have to send how much to whom for the accounts of a main account to stand as its split says (docs/rules.md 2, 4): proposals, to
 * the cent; nothing is moved. Accounts of one tier share what the tier is to have in proportion to what they have.
 */
public record TransferProposals(List<Share> shares, List<Transfer> transfers) {

    /** An account and its net worth. */
    public record Holding(String code, Tier tier, Money netWorth) {}

    /** What an account has and what it is to have. */
    public record Share(String code, Money now, Money target) {

        public Money change() {
            return target.minus(now);
        }
    }

    public record Transfer(String from, String to, Money amount) {}

    public static final TransferProposals NONE = new TransferProposals(List.of(), List.of());

    public TransferProposals {
        shares = List.copyOf(shares);
        transfers = List.copyOf(transfers);
    }

    /** Only of whole cents: a fraction stays where it is. A tier without an account leaves its share to the others. */
    static TransferProposals of(TierSplit split, List<Holding> holdings) {
        List<Holding> cents = holdings.stream()
                .map(holding -> new Holding(
                        holding.code(), holding.tier(), holding.netWorth().floorToCent()))
                .toList();
        Map<Tier, List<Holding>> byTier = cents.stream()
                .collect(Collectors.groupingBy(Holding::tier, () -> new EnumMap<>(Tier.class), Collectors.toList()));
        List<Tier> tiers = List.copyOf(byTier.keySet());
        List<BigDecimal> weights =
                tiers.stream().map(tier -> split.share(tier).value()).toList();
        Money total = cents.stream().map(Holding::netWorth).reduce(Money.ZERO, Money::plus);
        if (!total.isPositive() || weights.stream().allMatch(weight -> weight.signum() == 0)) {
            return NONE;
        }
        List<Money> parts = total.split(weights);
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            shares.addAll(shares(parts.get(i), Objects.requireNonNull(byTier.get(tiers.get(i)))));
        }
        return new TransferProposals(shares, transfers(shares));
    }

    private static List<Share> shares(Money part, List<Holding> holdings) {
        List<BigDecimal> weights = holdings.stream()
                .map(holding -> holding.netWorth().max(Money.ZERO).amount())
                .toList();
        boolean nothing = weights.stream().allMatch(weight -> weight.signum() == 0);
        List<Money> targets = part.split(
                nothing ? holdings.stream().map(holding -> BigDecimal.ONE).toList() : weights);
        List<Share> shares = new ArrayList<>(targets.size());
        for (int i = 0; i < targets.size(); i++) {
            Holding holding = holdings.get(i);
            shares.add(new Share(holding.code(), holding.netWorth(), targets.get(i)));
        }
        return shares;
    }

    /** The first who has too much sends to the first who has too little, until nobody does. */
    private static List<Transfer> transfers(List<Share> shares) {
        Money[] open = shares.stream().map(Share::change).toArray(Money[]::new);
        List<Transfer> transfers = new ArrayList<>();
        int to = 0;
        for (int from = 0; from < open.length; from++) {
            while (open[from].signum() < 0) {
                while (!open[to].isPositive()) {
                    to++;
                }
                Money amount = open[from].negated().min(open[to]);
                transfers.add(
                        new Transfer(shares.get(from).code(), shares.get(to).code(), amount));
                open[from] = open[from].plus(amount);
                open[to] = open[to].minus(amount);
            }
        }
        return transfers;
    }
}
