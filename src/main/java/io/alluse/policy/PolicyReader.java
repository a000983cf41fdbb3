package io.alluse.policy;

import io.alluse.yaml.Document;
import io.alluse.yaml.KeyReader;
import io.alluse.yaml.Problem;
import java.util.ArrayList;
import java.util.List;

/** From a document to a policy or to everything that is wrong with it. */
final class PolicyReader {

    private PolicyReader() {}

    static PolicyCheck<Policy> read(Document document) {
        if (!document.readable()) {
            return new PolicyCheck.Invalid<>(document.problems());
        }
        KeyReader keys = KeyReader.read(document, PolicyKeys.BY_PATH);
        PolicyKeys.ALL.forEach(keys::require);
        List<Problem> problems = new ArrayList<>(document.problems());
        problems.addAll(keys.problems());
        problems.addAll(CrossChecks.problems(document, keys.values()));
        return problems.isEmpty()
                ? new PolicyCheck.Valid<>(new Policy(document, keys.values()))
                : new PolicyCheck.Invalid<>(Problem.sorted(problems));
    }
}
