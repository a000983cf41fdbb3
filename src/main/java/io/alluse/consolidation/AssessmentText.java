package io.alluse.consolidation;

import io.alluse.consolidation.Finding.None;
import io.alluse.consolidation.Finding.Obstacle;
import io.alluse.consolidation.Finding.Recommend;
import io.alluse.policy.ConsolidationPolicy;
import io.alluse.sweep.AccountView;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The arithmetic behind a recommendation, for people and as it is kept. */
final class AssessmentText {

    private AssessmentText() {}

    /** {@code sibling A-000001-COM: saves 500.00 and improves 1,200.00 a year, confidence 0.8120, high}. */
    static String brief(Assessment assessment) {
        return where(assessment.choice()) + ": saves "
                + assessment.saving().readable() + " and improves "
                + assessment.improvement().readable() + " a year, confidence "
                + assessment.confidence().toPlainString() + ", "
                + assessment.urgency().word();
    }

    private static String where(Choice choice) {
        @Nullable Relative target = choice.target();
        String whom = target == null ? "" : " " + target.code();
        return switch (choice.strategy()) {
            case PARENT, SIBLING -> "into " + choice.strategy().word() + whom;
            case NEW -> "into a new account";
            case PARTIAL ->
                "a part"
                        + (choice.amount() == null
                                ? ""
                                : " of " + choice.amount().readable())
                        + " into" + whom;
        };
    }

    static String words(Collection<Trigger> triggers) {
        return triggers.stream().map(Trigger::word).collect(Collectors.joining(", "));
    }

    static List<String> lines(AccountView view, AssessmentFacts facts, LocalDate date) {
        Figures own = facts.own();
        List<String> lines = new ArrayList<>();
        lines.add("net worth " + view.head().balances().netWorth().readable() + ", of this "
                + view.head().freeCash().readable() + " free cash");
        lines.add(own.days() + " days of closes: " + own.annualized().toPlainString() + "% a year, volatility "
                + own.volatility().toPlainString() + "%, drawdown "
                + own.drawdown().toPlainString() + "%, too much unbound cash for " + own.idleDays() + " days");
        lines.add("its family has " + facts.family().open() + " open accounts");
        switch (FindingRule.decide(view, facts, date)) {
            case None(String reason) -> lines.add(reason);
            case Obstacle(String reason) -> lines.add(reason);
            case Recommend(Assessment found) -> recommended(found, lines);
        }
        return lines;
    }

    private static void recommended(Assessment found, List<String> lines) {
        lines.add("triggers: " + words(found.triggers()));
        lines.add(brief(found));
        lines.add("reliability " + found.reliability().toPlainString() + ", benefit "
                + found.benefit().toPlainString() + ", risk " + found.risk().toPlainString());
    }

    /** All that the numbers follow from. */
    static String inputs(AccountView view, AssessmentFacts facts, Assessment found) {
        ConsolidationPolicy policy = view.policy().consolidation();
        @Nullable Relative target = found.choice().target();
        Json inputs = Json.canonical()
                .put(
                        "own",
                        figures(facts.own())
                                .put("freeCash", view.head().freeCash().canonical())
                                .put("idleDays", facts.own().idleDays())
                                .put(
                                        "netWorth",
                                        view.head().balances().netWorth().canonical()))
                .put("family", Json.canonical().put("open", facts.family().open()))
                .put("reliability", found.reliability())
                .put("worth", found.worth().canonical())
                .put("policy", policy(policy));
        return (target == null
                        ? inputs
                        : inputs.put("target", figures(target.figures()).put("code", target.code())))
                .toString();
    }

    private static Json figures(Figures figures) {
        return Json.canonical()
                .put("annualized", figures.annualized())
                .put("closes", figures.days())
                .put("drawdown", figures.drawdown())
                .put("volatility", figures.volatility());
    }

    private static Json policy(ConsolidationPolicy policy) {
        return Json.canonical()
                .put("benefitWeight", policy.weights().benefit())
                .put("fullBenefit", policy.fullBenefit().value())
                .put("fullRisk", policy.fullRisk().value())
                .put("reliabilityWeight", policy.weights().reliability())
                .put("safetyWeight", policy.weights().safety())
                .put("savingPerAccount", policy.savingPerAccount().canonical());
    }
}
