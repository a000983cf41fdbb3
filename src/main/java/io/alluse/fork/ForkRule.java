package io.alluse.fork;

import io.alluse.fork.ForkDecision.BelowThreshold;
import io.alluse.fork.ForkDecision.Fork;
import io.alluse.fork.ForkDecision.Never;
import io.alluse.fork.ForkDecision.Part;
import io.alluse.fork.ForkDecision.Wait;
import io.alluse.ledger.AccountHead;
import io.alluse.money.Money;
import io.alluse.policy.ForkTerms;
import io.alluse.policy.ForkTerms.Child;
import io.alluse.policy.ForkTerms.SurplusIntoAccounts;
import io.alluse.policy.ForkTerms.SurplusIntoMain;
import io.alluse.policy.ForkTerms.ValueIntoAccount;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whether an account has grown enough to fork, how much leaves it and for whom (docs/rules.md 6.1, 6.2, 6.5). */
final class ForkRule {

    private ForkRule() {}

    static ForkDecision decide(AccountHead head, Tier tier, Policy policy) {
        return switch (policy.tier(tier).fork()) {
            case ForkTerms.Never _ -> new Never();
            case SurplusIntoAccounts terms -> ofSurplus(head, terms, policy);
            case SurplusIntoMain terms -> ofSurplus(head, terms, policy);
            case ValueIntoAccount terms -> ofValue(head, terms, policy, tier);
        };
    }

    private static ForkDecision ofSurplus(AccountHead head, SurplusIntoAccounts terms, Policy policy) {
        if (head.surplus().compareTo(terms.threshold()) < 0) {
            return new BelowThreshold();
        }
        Money amount = head.surplus().floorToCent();
        List<Money> amounts = amount.split(
                terms.children().stream().map(child -> child.share().value()).toList());
        List<Tier> tiers = terms.children().stream().map(Child::tier).toList();
        return payable(head, terms.threshold(), amount, head.base(), false, parts(tiers, amounts, policy), policy);
    }

    /** A main account is never opened above the policy's cap; what is above it stays for the next fork. */
    private static ForkDecision ofSurplus(AccountHead head, SurplusIntoMain terms, Policy policy) {
        if (head.surplus().compareTo(terms.threshold()) < 0) {
            return new BelowThreshold();
        }
        Money amount = head.surplus().floorToCent().min(policy.capital().cap());
        List<Money> amounts = policy.split().of(amount);
        List<Tier> tiers = Arrays.asList(Tier.values());
        return payable(head, terms.threshold(), amount, head.base(), true, parts(tiers, amounts, policy), policy);
    }

    private static ForkDecision ofValue(AccountHead head, ValueIntoAccount terms, Policy policy, Tier tier) {
        Money value = head.balances().netWorth();
        Money childMinimum = policy.tier(terms.child()).minimumCapital();
        if (head.base().compareTo(terms.threshold()) >= 0) {
            Money needs = head.base().plus(childMinimum).max(head.base().plus(Money.ofCents(1)));
            return value.compareTo(needs) < 0
                    ? new BelowThreshold()
                    : ofValue(head, terms, value.minus(head.base()).floorToCent(), policy);
        }
        if (value.compareTo(terms.threshold()) < 0) {
            return new BelowThreshold();
        }
        Money needs = terms.threshold().max(policy.tier(tier).minimumCapital().plus(childMinimum));
        Money amount = childMinimum.max(value.minus(terms.threshold()).floorToCent());
        if (value.compareTo(needs) < 0) {
            return new Wait("needs " + needs, needs.minus(value));
        }
        return amount.isPositive() ? ofValue(head, terms, amount, policy) : new BelowThreshold();
    }

    private static ForkDecision ofValue(AccountHead head, ValueIntoAccount terms, Money amount, Policy policy) {
        Money left = head.balances().netWorth().minus(amount);
        return payable(
                head,
                terms.threshold(),
                amount,
                head.base().min(left),
                false,
                parts(List.of(terms.child()), List.of(amount), policy),
                policy);
    }

    private static List<Part> parts(List<Tier> tiers, List<Money> amounts, Policy policy) {
        List<Part> parts = new ArrayList<>(tiers.size());
        for (int i = 0; i < tiers.size(); i++) {
            Money amount = amounts.get(i);
            parts.add(new Part(tiers.get(i), amount, amount.percent(policy.buffer())));
        }
        return parts;
    }

    private static ForkDecision payable(
            AccountHead head,
            Money threshold,
            Money amount,
            Money baseAfter,
            boolean opensMain,
            List<Part> parts,
            Policy policy) {
        Optional<Wait> tooSmall = tooSmall(parts, policy);
        if (tooSmall.isPresent()) {
            return tooSmall.get();
        }
        Payment payment = PaymentRule.decide(head, policy.buffer(), amount);
        Money missing = amount.minus(payment.total());
        return missing.isPositive()
                ? new Wait("surplus not in cash", missing)
                : new Fork(
                        head.balances().netWorth(),
                        threshold,
                        amount,
                        head.base(),
                        baseAfter,
                        payment,
                        opensMain,
                        parts);
    }

    /** No account is opened below the minimum capital of its tier. */
    private static Optional<Wait> tooSmall(List<Part> parts, Policy policy) {
        return parts.stream()
                .filter(part -> part.amount().compareTo(minimum(part, policy)) < 0)
                .findFirst()
                .map(part -> new Wait(
                        part.tier() + " would open with " + part.amount() + " of at least " + minimum(part, policy),
                        minimum(part, policy).minus(part.amount())));
    }

    private static Money minimum(Part part, Policy policy) {
        return policy.tier(part.tier()).minimumCapital();
    }
}
