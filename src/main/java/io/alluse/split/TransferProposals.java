package io.alluse.split;

import io.alluse.money.Money;
import io.alluse.policy.TierSplit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Who would have to send how much to whom for the accounts of a main account to stand as its split says (docs/rules.md 4.3): proposals, to
 * the cent; nothing is moved. Nobody is asked for more than its free cash, COM for nothing. Where that is not enough, senders and
 * receivers take part in proportion, and what remains is named.
 */
public record TransferProposals(List<Share> shares, List<Transfer> transfers, List<Rest> rests) {

    public static final TransferProposals NONE = new TransferProposals(List.of(), List.of(), List.of());

    public record Transfer(String from, String to, Money amount) {}

    /** What an account keeps too much, or what it still lacks where the amount is negative. */
    public record Rest(String code, Money amount, String reason) {}

    public TransferProposals {
        shares = List.copyOf(shares);
        transfers = List.copyOf(transfers);
        rests = List.copyOf(rests);
    }

    /** Only of whole cents: a fraction stays where it is. */
    public static TransferProposals of(TierSplit split, List<Holding> holdings) {
        List<Holding> cents = holdings.stream().map(Holding::inCents).toList();
        List<Share> shares = Targets.of(split, cents);
        return shares.isEmpty() ? NONE : of(shares, cents);
    }

    private static TransferProposals of(List<Share> shares, List<Holding> holdings) {
        List<Money> could = new ArrayList<>(shares.size());
        List<Money> lacks = new ArrayList<>(shares.size());
        for (int i = 0; i < shares.size(); i++) {
            Holding holding = holdings.get(i);
            Money excess = shares.get(i).change().negated();
            could.add(holding.sends() ? excess.min(holding.free()).max(Money.ZERO) : Money.ZERO);
            lacks.add(holding.takesPart() ? excess.negated().max(Money.ZERO) : Money.ZERO);
        }
        Money moved = sum(could).min(sum(lacks));
        List<Money> sent = parts(moved, could);
        List<Money> received = parts(moved, lacks);
        List<Rest> rests = IntStream.range(0, shares.size())
                .mapToObj(i -> rest(
                        shares.get(i),
                        sent.get(i).minus(received.get(i)),
                        could.get(i).equals(sent.get(i)),
                        holdings.get(i)))
                .filter(rest -> !rest.amount().isZero())
                .toList();
        return new TransferProposals(shares, transfers(shares, sent, received), rests);
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    /** No part is larger than its weight, for the whole is not larger than their sum. */
    private static List<Money> parts(Money whole, List<Money> weights) {
        List<BigDecimal> amounts = weights.stream().map(Money::amount).toList();
        return whole.isZero() ? weights.stream().map(weight -> Money.ZERO).toList() : whole.split(amounts);
    }

    private static Rest rest(Share share, Money sent, boolean allItCould, Holding holding) {
        Money left = share.now().minus(sent).minus(share.target());
        return new Rest(share.code(), left, left.signum() > 0 ? keeps(holding, allItCould) : lacks(holding));
    }

    private static String keeps(Holding holding, boolean allItCould) {
        if (!holding.takesPart()) {
            return holding.bar();
        }
        if (!holding.sends()) {
            return "allows no withdrawals";
        }
        return allItCould ? "its free cash is " + holding.free().readable() : "nobody else can receive it";
    }

    private static String lacks(Holding holding) {
        return holding.takesPart() ? "nobody else can send it" : holding.bar();
    }

    /** The first who sends to the first who receives, until nobody does. */
    private static List<Transfer> transfers(List<Share> shares, List<Money> sent, List<Money> received) {
        Money[] open = received.toArray(Money[]::new);
        List<Transfer> transfers = new ArrayList<>();
        int to = 0;
        for (int from = 0; from < sent.size(); from++) {
            Money left = sent.get(from);
            while (left.isPositive()) {
                while (open[to].isZero()) {
                    to++;
                }
                Money amount = left.min(open[to]);
                transfers.add(
                        new Transfer(shares.get(from).code(), shares.get(to).code(), amount));
                left = left.minus(amount);
                open[to] = open[to].minus(amount);
            }
        }
        return transfers;
    }
}
