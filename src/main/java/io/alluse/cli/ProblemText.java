package io.alluse.cli;

import io.alluse.text.Json;
import io.alluse.yaml.Problem;

/** What is wrong with a file, as programs read it. */
final class ProblemText {

    private ProblemText() {}

    static Json json(Problem problem) {
        return Json.object()
                .put("file", problem.file())
                .put("line", problem.line())
                .put("column", problem.column())
                .put("key", problem.key())
                .put("reason", problem.reason())
                .put("found", problem.found());
    }
}
