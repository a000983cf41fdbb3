package io.alluse.merge;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.merge.MergeDecision.Due;
import io.alluse.merge.MergeDecision.NotDue;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic behind a decision as a person would write it. */
final class MergeText {

    private MergeText() {}

    static List<String> lines(AccountView view, MergeFacts facts, BusinessDay date) {
        if (facts.emptied() != null) {
            return List.of("emptied by merge " + facts.emptied().merge() + " of "
                    + facts.emptied().date() + ": the next close after that day closes it");
        }
        if (facts.family() == null) {
            return List.of("it is of no fork family that is open");
        }
        return family(view, facts.family(), date);
    }

    private static List<String> family(AccountView view, FamilyFacts family, BusinessDay date) {
        List<String> lines = new ArrayList<>();
        lines.add("family " + family.family().code() + ", founded on "
                + family.family().founded() + " with "
                + family.family().received().readable());
        for (AccountHead member : family.members()) {
            lines.add("  " + member.chain().code() + " is " + member.state() + ", worth "
                    + member.balances().netWorth().readable());
        }
        lines.add("together " + family.worth().netWorth().readable() + ", threshold "
                + view.policy().merge().familyThreshold().readable());
        if (!family.decider().equals(view.head().chain().account())) {
            lines.add("decided at " + family.members().getFirst().chain().code());
            return lines;
        }
        switch (MergeRule.decide(family.worth(), view.policy().merge(), date.date())) {
            case NotDue(String reason) -> lines.add(reason);
            case Due due -> {
                lines.add("it is due: " + due.why());
                ObstacleRule.obstacle(family)
                        .ifPresentOrElse(
                                lines::add,
                                () -> lines.add("it moves into "
                                        + family.target().chain().code()));
            }
        }
        return lines;
    }
}
