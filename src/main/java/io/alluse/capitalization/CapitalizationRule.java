package io.alluse.capitalization;

import io.alluse.account.BrokerageReference;
import io.alluse.calendar.BusinessDay;
import io.alluse.capitalization.PlanDecision.Refuse;
import io.alluse.capitalization.PlanDecision.Take;
import io.alluse.capitalization.PlanRow.PolicyChoice;
import io.alluse.capitalization.PlanRow.References;
import io.alluse.csv.CsvProblem;
import io.alluse.money.Money;
import io.alluse.policy.CapitalPolicy;
import io.alluse.policy.Mapping;
import io.alluse.policy.Policy;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which rows of a plan can be carried out (docs/rules.md 3.1): all problems of a row at once. */
final class CapitalizationRule {

    private static final int LONGEST_NAME = 100;
    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,15}(\\.\\d{1,2})?");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final PlanLine line;
    private final BusinessDay today;
    private final List<CsvProblem> problems = new ArrayList<>();

    private CapitalizationRule(PlanLine line, BusinessDay today) {
        this.line = line;
        this.today = today;
    }

    static PlanDecision decide(PlanLine line, PolicyFinder policies, BusinessDay today) {
        return new CapitalizationRule(line, today).decide(policies);
    }

    /** The policy of a row, or what is wrong with its choice. */
    interface PolicyFinder {

        Found find(PolicyChoice choice);

        sealed interface Found {}

        record Is(Policy policy) implements Found {}

        record Not(PlanField field, String reason) implements Found {}
    }

    private PlanDecision decide(PolicyFinder policies) {
        checkName();
        Money capital = capital();
        LocalDate opened = opened();
        PolicyChoice choice = new PolicyChoice(
                line.text(PlanField.POLICY),
                line.text(PlanField.MAPPING),
                line.text(PlanField.SPLIT),
                line.text(PlanField.OVERLAYS));
        References references = references();
        return switch (policies.find(choice)) {
            case PolicyFinder.Is(Policy policy) -> {
                checkCapital(capital, policy.capital());
                checkReferences(references, policy.mapping());
                yield problems.isEmpty()
                        ? new Take(new PlanRow(
                                line.line(),
                                line.text(PlanField.NAME),
                                capital,
                                choice,
                                policy.hash(),
                                opened,
                                references,
                                content(capital)))
                        : new Refuse(problems);
            }
            case PolicyFinder.Not not -> {
                refuse(not.field(), not.reason());
                yield new Refuse(problems);
            }
        };
    }

    private void refuse(PlanField field, String reason) {
        problems.add(line.problem(field, reason));
    }

    private void checkName() {
        String name = line.text(PlanField.NAME);
        if (name.isEmpty()) {
            refuse(PlanField.NAME, "is missing");
        } else if (name.length() > LONGEST_NAME) {
            refuse(PlanField.NAME, "is longer than " + LONGEST_NAME + " characters");
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            refuse(PlanField.NAME, "holds a control character");
        }
    }

    /** Zero where there is none to go on with. */
    private Money capital() {
        String text = line.text(PlanField.CAPITAL);
        if (!AMOUNT.matcher(text).matches()) {
            refuse(PlanField.CAPITAL, "is not an amount of dollars and cents such as 500000 or 500000.00");
            return Money.ZERO;
        }
        Money capital = Money.of(text);
        if (!capital.isPositive()) {
            refuse(PlanField.CAPITAL, "must be positive");
        }
        return capital;
    }

    private void checkCapital(Money capital, CapitalPolicy limits) {
        if (capital.compareTo(limits.cap()) > 0) {
            refuse(PlanField.CAPITAL, "is above the policy's cap of " + limits.cap() + " per main account");
        }
    }

    private LocalDate opened() {
        String text = line.text(PlanField.OPENING_DATE);
        if (text.isEmpty()) {
            return today.date();
        }
        try {
            LocalDate opened = LocalDate.parse(DATE.matcher(text).matches() ? text : "");
            if (opened.isAfter(today.date())) {
                refuse(PlanField.OPENING_DATE, "is after the business date " + today);
            }
            return opened;
        } catch (DateTimeException e) {
            refuse(PlanField.OPENING_DATE, "is not a date such as 2026-01-05");
            return today.date();
        }
    }

    private References references() {
        References references = new References(
                BrokerageReference.spelled(line.text(PlanField.MAIN_REFERENCE)),
                BrokerageReference.spelled(line.text(PlanField.GEN_REFERENCE)),
                BrokerageReference.spelled(line.text(PlanField.REV_REFERENCE)),
                BrokerageReference.spelled(line.text(PlanField.COM_REFERENCE)));
        for (Map.Entry<PlanField, String> given : references.given()) {
            if (!BrokerageReference.isLegal(given.getValue())) {
                refuse(given.getKey(), "is not a brokerage reference (" + BrokerageReference.LEGAL + ")");
            }
        }
        return references;
    }

    private void checkReferences(References references, Mapping mapping) {
        for (Map.Entry<PlanField, String> given : references.given()) {
            boolean ofMain = given.getKey() == PlanField.MAIN_REFERENCE;
            if (ofMain != (mapping == Mapping.PER_MAIN)) {
                refuse(given.getKey(), "does not go with mapping " + mapping.word());
            }
        }
    }

    /** What makes this row the same main account as one that exists. The date counts where the row gives it. */
    private String content(Money capital) {
        Map<PlanField, String> content = new EnumMap<>(PlanField.class);
        for (PlanField field : PlanField.values()) {
            content.put(field, line.text(field));
        }
        content.remove(PlanField.NAME);
        content.put(PlanField.CAPITAL, capital.toString());
        content.put(PlanField.POLICY, PlanPolicies.baseName(line.text(PlanField.POLICY)));
        content.values().removeIf(String::isEmpty);
        return content.entrySet().stream()
                .map(entry -> entry.getKey().title() + "=" + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
