package io.alluse.cli;

import io.alluse.run.Attempt;
import io.alluse.run.Outcome;
import io.alluse.run.Owner;
import io.alluse.run.Progress;
import io.alluse.run.Runs;
import io.alluse.text.Json;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that has not ended, as any process sees it: how far it is, how fast, and who carries it out, if anybody does. */
record Underway(
        Progress progress, @Nullable Owner owner, @Nullable Duration elapsed) {

    static Underway of(Runs runs, RunDetail detail, Clock clock) {
        Progress progress = runs.progress(detail.run().id());
        Owner owner = runs.owner(detail.run()).orElse(null);
        return new Underway(progress, owner, owner == null ? null : elapsed(detail.attempts(), clock));
    }

    /** What earlier attempts have done was not done in this one's time: then nothing can be said of the pace. */
    private static @Nullable Duration elapsed(List<Attempt> attempts, Clock clock) {
        return attempts.size() == 1 ? Duration.between(attempts.getFirst().startedAt(), clock.instant()) : null;
    }

    private ProgressLine.@Nullable Pace pace() {
        return elapsed == null ? null : ProgressLine.Pace.of(progress.done(), elapsed.toNanos(), progress);
    }

    /** Nothing of one that has ended. */
    String text(RunDetail detail) {
        if (detail.run().outcome() != Outcome.STARTED) {
            return "";
        }
        String unit = detail.isOfAccounts() ? "accounts" : "rows";
        String far = ProgressLine.text(progress, unit, pace(), elapsed == null ? 0 : elapsed.toNanos())
                .strip();
        return "run " + detail.run().id() + ": " + far + (owner == null ? left(detail) : ", by " + owner);
    }

    private static String left(RunDetail detail) {
        String on = detail.isOfAccounts()
                ? "`alluse job relaunch " + detail.run().id() + "` goes on where it was"
                : "the same command again goes on where it was";
        return "; nobody is carrying it out any more: " + on;
    }

    /** Among the members of the run itself. */
    Json addTo(Json json) {
        ProgressLine.Pace pace = pace();
        return json.put("done", progress.done())
                .put("total", progress.total())
                .put("percent", progress.percent())
                .put("rate", pace == null ? null : pace.perSecond())
                .put("eta_s", pace == null ? null : pace.left().toSeconds())
                .put("owner", owner == null ? null : owner.toString());
    }
}
