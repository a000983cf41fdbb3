package io.alluse.policy;

import java.util.ArrayList;
import java.util.List;

/** From a document to a policy or to everything that is wrong with it. */
final class PolicyReader {

    private PolicyReader() {}

    static PolicyCheck<Policy> read(Document document) {
        if (!document.readable()) {
            return new PolicyCheck.Invalid<>(document.problems());
        }
        KeyReader keys = KeyReader.read(document);
        PolicyKeys.ALL.forEach(keys::require);
        List<PolicyProblem> problems = new ArrayList<>(document.problems());
        problems.addAll(keys.problems());
        problems.addAll(CrossChecks.problems(document, keys.values()));
        return problems.isEmpty()
                ? new PolicyCheck.Valid<>(new Policy(document, keys.values()))
                : new PolicyCheck.Invalid<>(PolicyProblem.sorted(problems));
    }
}
