package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.holding.Lot;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.OptionContract;
import io.alluse.instrument.Right;
import io.alluse.policy.Policy;
import io.alluse.policy.Route;
import io.alluse.policy.Tier;
import io.alluse.statement.Book.Member;
import io.alluse.statement.Parts.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * To which accounts of a shared brokerage account a line belongs (docs/rules.md 4.5), asked line by line in the order of the day. Nothing
 * where it cannot be told.
 */
final class Routing {

    static final String UNKNOWN = "cannot tell which account";

    private final List<Member> members;
    private final Policy policy;

    /** Whose options of an underlying were assigned or exercised last: their stock legs follow. */
    private final Map<String, List<Part>> removed = new HashMap<>();

    /** The policy is that of the main account. */
    Routing(List<Member> members, Policy policy) {
        this.members = members;
        this.policy = policy;
    }

    List<Part> route(Activity line) {
        return switch (line.action()) {
            case BUY, SELL -> trade(line);
            case ASSIGNED, EXERCISED -> removal(line);
            case EXPIRED, CASH_SETTLED -> closing(line);
            case DIVIDEND, WITHHOLDING, CASH_IN_LIEU, RETURN_OF_CAPITAL -> holdersOrAll(line);
            case SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF -> holders(line);
            case INTEREST, FEE -> byNetWorth(line, members);
            case DEPOSIT, WITHDRAWAL, JOURNAL -> money(line);
            case TRANSFER -> line.instrument() == null ? money(line) : trade(line);
        };
    }

    private List<Part> trade(Activity line) {
        List<Part> legs = line.effect() == Effect.OF_ASSIGNMENT || line.effect() == Effect.OF_EXERCISE
                ? stockLegs(line)
                : List.of();
        if (!legs.isEmpty()) {
            return legs;
        }
        List<Part> fills = IntentFills.parts(line, members);
        return fills.isEmpty() ? closing(line) : fills;
    }

    private List<Part> removal(Activity line) {
        List<Part> parts = closing(line);
        if (line.instrument() != null) {
            removed.put(line.instrument().underlying(), parts);
        }
        return parts;
    }

    /** In proportion to the contracts of each. */
    private List<Part> stockLegs(Activity line) {
        List<Part> options = line.instrument() == null
                ? List.of()
                : removed.getOrDefault(line.instrument().underlying(), List.of());
        return options.isEmpty()
                ? List.of()
                : Parts.byWeight(
                        line,
                        options.stream().map(Part::member).toList(),
                        options.stream()
                                .map(part -> part.activity().quantity().abs())
                                .toList());
    }

    /** Whose position it closes, the oldest lot first; what it opens goes where the policy says. */
    private List<Part> closing(Activity line) {
        List<Member> whom = new ArrayList<>();
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal left = line.quantity();
        for (Held held : held(line.instrument())) {
            if (left.signum() != 0 && held.lot().openQuantity().signum() == -left.signum()) {
                BigDecimal part = held.lot().openQuantity().abs().min(left.abs());
                BigDecimal signed = left.signum() < 0 ? part.negate() : part;
                add(held.member(), signed, whom, quantities);
                left = left.subtract(signed);
            }
        }
        if (left.signum() != 0) {
            Optional<Member> opener = byTable(line);
            if (opener.isEmpty()) {
                return List.of();
            }
            add(opener.get(), left, whom, quantities);
        }
        return whom.isEmpty() ? List.of() : Parts.ofQuantities(line, whom, quantities);
    }

    static void add(Member member, BigDecimal quantity, List<Member> whom, List<BigDecimal> quantities) {
        int known = whom.indexOf(member);
        if (known < 0) {
            whom.add(member);
            quantities.add(quantity);
        } else {
            quantities.set(known, quantities.get(known).add(quantity));
        }
    }

    private record Held(Member member, Lot lot) {}

    private List<Held> held(@Nullable Instrument instrument) {
        if (instrument == null) {
            return List.of();
        }
        List<Held> held = new ArrayList<>();
        for (Member member : members) {
            member.holdings().open(instrument).forEach(lot -> held.add(new Held(member, lot)));
        }
        held.sort(Comparator.comparing((Held one) -> one.lot().opened())
                .thenComparing(one -> one.member().head().chain().account()));
        return held;
    }

    /** The first route that matches; of several accounts of its tier the oldest one. */
    private Optional<Member> byTable(Activity line) {
        if (line.instrument() == null) {
            return Optional.empty();
        }
        String kind = kindOf(line.instrument());
        String side = line.quantity().signum() < 0 ? "sell" : "buy";
        return policy.routing().stream()
                .filter(route -> route.matches(kind, line.instrument().underlying(), side))
                .map(Route::to)
                .findFirst()
                .flatMap(this::first);
    }

    private static String kindOf(Instrument instrument) {
        return instrument instanceof OptionContract option ? option.right() == Right.CALL ? "call" : "put" : "stock";
    }

    private Optional<Member> first(Tier tier) {
        return members.stream().filter(member -> member.tier() == tier).findFirst();
    }

    private List<Part> holdersOrAll(Activity line) {
        List<Part> parts = holders(line);
        return parts.isEmpty() ? byNetWorth(line, members) : parts;
    }

    private List<Part> holders(Activity line) {
        @Nullable Instrument instrument = line.instrument();
        if (instrument == null) {
            return List.of();
        }
        List<BigDecimal> weights =
                members.stream().map(member -> units(member, instrument)).toList();
        return weights.stream().allMatch(weight -> weight.signum() == 0)
                ? List.of()
                : Parts.byWeight(line, members, weights);
    }

    private static BigDecimal units(Member member, Instrument instrument) {
        return member.holdings().open(instrument).stream()
                .map(Lot::openQuantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .abs();
    }

    private static List<Part> byNetWorth(Activity line, List<Member> whom) {
        List<BigDecimal> worths = whom.stream()
                .map(member -> member.head().balances().netWorth().amount().max(BigDecimal.ZERO))
                .toList();
        boolean worthless = worths.stream().allMatch(worth -> worth.signum() == 0);
        return Parts.byWeight(line, whom, worthless ? Collections.nCopies(whom.size(), BigDecimal.ONE) : worths);
    }

    /** Deposits by the target split; withdrawals from those that allow them (docs/rules.md 4.3, 4.4). */
    private List<Part> money(Activity line) {
        if (line.amount().signum() >= 0) {
            return bySplit(line);
        }
        List<Member> payers =
                members.stream().filter(member -> member.tier() != Tier.COM).toList();
        return byNetWorth(line, payers.isEmpty() ? members : payers);
    }

    private List<Part> bySplit(Activity line) {
        List<Member> targets = new ArrayList<>();
        List<BigDecimal> shares = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            first(tier).ifPresent(member -> {
                targets.add(member);
                shares.add(policy.split().share(tier).value());
            });
        }
        boolean none = shares.stream().allMatch(share -> share.signum() == 0);
        return none ? byNetWorth(line, members) : Parts.byWeight(line, targets, shares);
    }
}
