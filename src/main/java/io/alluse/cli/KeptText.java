package io.alluse.cli;

import io.alluse.sweep.KeptOutcome;
import io.alluse.sweep.KeptOutcome.Resolution;
import io.alluse.text.Json;

/** What is kept of a single account in a run, for people and for programs. */
final class KeptText {

    private KeptText() {}

    /** What has become of it since. */
    static String state(KeptOutcome kept) {
        Resolution resolution = kept.resolution();
        if (resolution != null) {
            return "resolved by " + resolution.by() + " at " + RunText.time(resolution.at()) + ": " + resolution.why();
        }
        return kept.takenIn() == null ? "open" : "taken again in pass " + kept.takenIn();
    }

    static String reason(KeptOutcome kept) {
        return kept.shortBy() == null
                ? kept.reason()
                : kept.reason() + ", short by " + kept.shortBy().readable();
    }

    static Json json(KeptOutcome kept) {
        Resolution resolution = kept.resolution();
        return Json.object()
                .put("run", kept.run())
                .put("job", kept.job())
                .put("date", kept.date())
                .put("pass", kept.pass())
                .put("account", kept.code())
                .put("outcome", RunText.name(kept.outcome()))
                .put("reason", kept.reason())
                .put("shortBy", kept.shortBy())
                .put("takenIn", kept.takenIn())
                .put("resolvedAt", resolution == null ? null : resolution.at())
                .put("resolvedBy", resolution == null ? null : resolution.by())
                .put("resolution", resolution == null ? null : resolution.why());
    }
}
