package io.alluse.sweep;

import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Progress;
import io.alluse.run.Tally;
import io.alluse.sql.Session;
import io.alluse.sweep.Compared.Change;
import io.alluse.sweep.Compared.Difference;
import io.alluse.sweep.Compared.Side;
import io.alluse.sweep.Decision.Post;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a run would post if every main account followed one policy, and if it followed another, with the overrides that there are. Like a
 * dry run it holds no lock and leaves no trace.
 */
public final class PolicyComparison<F> {

    private static final int LARGEST = 10;

    /** The least first, so that it is the one to go. */
    private static final Comparator<Difference> BY_AMOUNT = Comparator.comparing(Difference::amount)
            .thenComparing(Comparator.comparing(Difference::code).reversed());

    private final Rehearsal<F> rehearsal;
    private final Session session;

    public PolicyComparison(SweepJob<F> job, Session session) {
        this.rehearsal = new Rehearsal<>(job, session);
        this.session = session;
    }

    public Compared run(BusinessDay date, Policy a, Policy b, Consumer<Progress> progress) {
        Sums sums = new Sums();
        rehearsal.run(
                List.of(PoliciesInForce.under(a, session), PoliciesInForce.under(b, session)),
                date,
                page -> sums.add(page.getFirst(), page.getLast()),
                progress);
        return sums.compared();
    }

    /** What the pages have come to so far: no more of it than of one page, however many there are. */
    private final class Sums {

        private final Added a = new Added();
        private final Added b = new Added();
        private final SortedMap<Change, Long> changes = new TreeMap<>();
        private final PriorityQueue<Difference> largest = new PriorityQueue<>(BY_AMOUNT);
        private long differing;

        void add(List<Decided> underA, List<Decided> underB) {
            a.add(underA);
            b.add(underB);
            for (int i = 0; i < underA.size(); i++) {
                compare(underA.get(i), underB.get(i));
            }
        }

        private void compare(Decided underA, Decided underB) {
            Change change = new Change(label(underA.decision()), label(underB.decision()));
            List<Movement> inA = movements(underA);
            List<Movement> inB = movements(underB);
            if (!change.from().equals(change.to())) {
                changes.merge(change, 1L, Long::sum);
            } else if (inA.equals(inB)) {
                return;
            }
            differing++;
            Balances moved = lessOf(Balances.ofMovements(inB), Balances.ofMovements(inA));
            Money amount = amount(moved);
            if (amount.isPositive()) {
                keep(new Difference(rehearsal.code(underB), tier(underA, underB), amount, moved));
            }
        }

        private void keep(Difference difference) {
            largest.add(difference);
            if (largest.size() > LARGEST) {
                largest.remove();
            }
        }

        Compared compared() {
            return new Compared(
                    a.side(),
                    b.side(),
                    differing,
                    changes,
                    largest.stream().sorted(BY_AMOUNT.reversed()).toList());
        }
    }

    private static final class Added {

        private Tally tally = Tally.NONE;
        private final Map<Tier, Balances> byTier = new EnumMap<>(Tier.class);

        void add(List<Decided> page) {
            tally = tally.plus(Rehearsal.tally(page));
            Map<Tier, List<Movement>> moved = new EnumMap<>(Tier.class);
            for (Decided decided : page) {
                if (decided.view() != null) {
                    moved.computeIfAbsent(decided.view().tier(), tier -> new ArrayList<>())
                            .addAll(movements(decided));
                }
            }
            moved.forEach((tier, movements) -> byTier.merge(tier, Balances.ofMovements(movements), Balances::plus));
        }

        Side side() {
            return new Side(tally, byTier);
        }
    }

    private static List<Movement> movements(Decided decided) {
        return decided.decision() instanceof Post post ? post.movements() : List.of();
    }

    /** With the reason, where it is one of few. */
    private static String label(Decision decision) {
        AccountOutcome outcome = Rehearsal.outcome(decision);
        return switch (decision) {
            case Decision.Nothing _, Decision.NotEligible _ -> outcome.words() + ": " + Rehearsal.reason(decision);
            case Post _, Decision.Candidate _, Decision.Wait _, Decision.Review _, Decision.SetAside _ ->
                outcome.words();
        };
    }

    /** Who posts money can be read under one of them at least. */
    private static Tier tier(Decided underA, Decided underB) {
        AccountView view = underA.view() == null ? underB.view() : underA.view();
        return Objects.requireNonNull(view).tier();
    }

    private static Balances lessOf(Balances one, Balances other) {
        List<Money> left = new ArrayList<>();
        for (int i = 0; i < one.inChartOrder().size(); i++) {
            left.add(one.inChartOrder().get(i).minus(other.inChartOrder().get(i)));
        }
        return Balances.of(left);
    }

    /** What lies elsewhere: every cent of it is too much in one place and missing in another. */
    private static Money amount(Balances moved) {
        return moved.inChartOrder().stream().filter(Money::isPositive).reduce(Money.ZERO, Money::plus);
    }
}
