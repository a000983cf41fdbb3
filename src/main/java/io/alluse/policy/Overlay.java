package io.alluse.policy;

import io.alluse.yaml.Document;
import io.alluse.yaml.Entry;
import io.alluse.yaml.Key;
import io.alluse.yaml.KeyReader;
import io.alluse.yaml.Place;
import io.alluse.yaml.Problem;
import io.alluse.yaml.Values;
import java.util.ArrayList;
import java.util.List;

/** A named list of overrides that fits on top of any policy: a risk template or an allocation strategy. */
public record Overlay(String name, int version, String description, List<PolicyOverride> overrides) {

    static final String SET = "set";

    public Overlay {
        overrides = List.copyOf(overrides);
    }

    static PolicyCheck<Overlay> read(Document document) {
        if (!document.readable()) {
            return new PolicyCheck.Invalid<>(document.problems());
        }
        KeyReader header = KeyReader.read(document.without(SET), PolicyKeys.BY_PATH);
        PolicyKeys.IDENTITY.forEach(header::require);
        Document body = document.below(SET);
        KeyReader set = KeyReader.read(body, PolicyKeys.BY_PATH);
        List<Problem> problems = new ArrayList<>(document.problems());
        problems.addAll(misplaced(document));
        problems.addAll(header.problems());
        problems.addAll(set.problems());
        problems.addAll(fixed(body));
        problems.addAll(CrossChecks.problems(body, set.values()));
        return problems.isEmpty()
                ? new PolicyCheck.Valid<>(of(header.values(), set.values()))
                : new PolicyCheck.Invalid<>(Problem.sorted(problems));
    }

    private static Overlay of(Values header, Values set) {
        return new Overlay(
                header.get(PolicyKeys.NAME),
                header.get(PolicyKeys.VERSION),
                header.get(PolicyKeys.DESCRIPTION),
                set.written(PolicyKeys.ALL).entrySet().stream()
                        .map(entry -> new PolicyOverride(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private static List<Problem> misplaced(Document document) {
        List<Problem> problems = new ArrayList<>();
        Entry set = document.entries().get(SET);
        if (set != null) {
            problems.add(set.problem(SET, "must have keys of a policy below it, or {}"));
        } else if (!document.groups().containsKey(SET)) {
            problems.add(new Problem(
                    document.file(),
                    Place.TOP,
                    SET,
                    "is missing: the keys of a policy that the overlay sets, or {}",
                    ""));
        }
        document.without(SET).entries().forEach((path, entry) -> {
            Key<?> key = PolicyKeys.BY_PATH.get(path);
            if (key != null && !PolicyKeys.IDENTITY.contains(key)) {
                problems.add(entry.problem(path, "belongs below `" + SET + "`"));
            }
        });
        return problems;
    }

    private static List<Problem> fixed(Document body) {
        return body.entries().entrySet().stream()
                .filter(entry -> PolicyKeys.isFixed(entry.getKey()))
                .map(entry -> entry.getValue().problem(entry.getKey(), Overriding.FIXED))
                .toList();
    }
}
