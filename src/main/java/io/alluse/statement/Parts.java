package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.money.Money;
import io.alluse.statement.Book.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides a line among accounts; the parts add up to it. */
final class Parts {

    private static final int MOST_DECIMALS = 8;

    private Parts() {}

    /** What falls to one account. */
    record Part(Member member, Activity activity) {}

    /** Quantity and money in proportion to the weights, of which some are not zero; who weighs nothing gets nothing. */
    static List<Part> byWeight(Activity whole, List<Member> members, List<BigDecimal> weights) {
        List<Member> some = new ArrayList<>();
        List<BigDecimal> theirs = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            if (weights.get(i).signum() > 0) {
                some.add(members.get(i));
                theirs.add(weights.get(i));
            }
        }
        return parts(whole, some, quantities(whole.quantity(), theirs), theirs);
    }

    /** These quantities, and the money in proportion to them. */
    static List<Part> ofQuantities(Activity whole, List<Member> members, List<BigDecimal> quantities) {
        return parts(
                whole,
                members,
                quantities,
                quantities.stream().map(BigDecimal::abs).toList());
    }

    private static List<BigDecimal> quantities(BigDecimal whole, List<BigDecimal> weights) {
        BigDecimal total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal left = whole;
        for (int i = 1; i < weights.size(); i++) {
            BigDecimal part = whole.multiply(weights.get(i)).divide(total, MOST_DECIMALS, RoundingMode.DOWN);
            quantities.add(part);
            left = left.subtract(part);
        }
        quantities.addFirst(left);
        return quantities;
    }

    private static List<Part> parts(
            Activity whole, List<Member> members, List<BigDecimal> quantities, List<BigDecimal> weights) {
        if (members.size() == 1) {
            return List.of(new Part(members.getFirst(), whole));
        }
        List<Money> amounts = whole.amount().split(weights);
        List<Money> fees = whole.fees().split(weights);
        @Nullable
        List<Money> bases = whole.basis() == null ? null : whole.basis().split(weights);
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Money basis = bases == null ? null : bases.get(i);
            parts.add(new Part(members.get(i), part(whole, quantities.get(i), amounts.get(i), fees.get(i), basis)));
        }
        return parts;
    }

    private static Activity part(Activity whole, BigDecimal quantity, Money amount, Money fees, @Nullable Money basis) {
        return new Activity(
                whole.line(),
                whole.account(),
                whole.action(),
                whole.effective(),
                whole.posted(),
                whole.time(),
                whole.effect(),
                whole.instrument(),
                quantity,
                whole.price(),
                amount,
                fees,
                basis,
                whole.became(),
                whole.text());
    }
}
