package io.alluse.story;

import io.alluse.fault.Fault;
import io.alluse.run.Run;
import io.alluse.story.Step.Outcome;
import io.alluse.sweep.Decision;
import io.alluse.sweep.Explaining;
import io.alluse.sweep.Explanation;
import io.alluse.sweep.KeptOutcome;
import io.alluse.sweep.SweepJob;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells a story: what happens is carried out, what is expected is compared with what is found. */
final class Teller implements AutoCloseable {

    private final String file;
    private @Nullable StoryDesk desk;

    private Teller(String file) {
        this.file = file;
    }

    static void tell(Path path, String text) {
        String file = path.getFileName().toString();
        try (Teller teller = new Teller(file)) {
            for (Step step : StoryReader.read(file, text)) {
                teller.at(step);
            }
        }
    }

    private void at(Step step) {
        try {
            if (step instanceof Step.Open first && desk == null) {
                desk = StoryDesk.begin(first);
            } else if (desk == null) {
                throw new StoryProblem(file, step.line(), "nothing happens before a main account is opened");
            } else {
                carryOut(step, desk);
            }
        } catch (Fault | IllegalArgumentException | IllegalStateException e) {
            throw new AssertionError(where(step) + ": " + Fault.reason(e), e);
        }
    }

    private String where(Step step) {
        return file + ":" + step.line();
    }

    private void carryOut(Step step, StoryDesk at) {
        switch (step) {
            case Step.Open open -> at.open(open);
            case Step.Prices prices -> at.prices(prices);
            case Step.Configure configure -> at.configure(configure);
            case Step.Change change -> at.change(change);
            case Step.Confirm confirm -> at.confirm(confirm);
            case Step.Statement statement -> {
                String expected = statement.comesTo();
                Compare.mustBeEqual(
                        where(step),
                        List.of(expected == null ? statement.rows().size() + " posted" : expected),
                        List.of(at.statement(statement)));
            }
            case Step.Run run -> run(run, at);
            case Step.Balances balances ->
                Compare.mustBeEqual(where(step), balances.expected(), at.rows().balances(balances.whose()));
            case Step.Accounts accounts ->
                Compare.mustBeEqual(where(step), accounts.expected(), at.rows().states());
        }
    }

    private void run(Step.Run step, StoryDesk at) {
        SweepJob<?> job = at.job(step.job());
        String refused = step.refused();
        if (refused != null) {
            Compare.mustBeEqual(where(step), List.of(refused), List.of(refusal(step, job, at)));
            return;
        }
        Run run = at.run(job, step);
        Explaining<?> explaining = at.explaining(job);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        Set<String> named =
                step.outcomes().stream().map(Outcome::whose).collect(Collectors.toCollection(LinkedHashSet::new));
        String others = "is not told of";
        for (Outcome outcome : step.outcomes()) {
            if (outcome.whose().equals("others")) {
                others = outcome.outcome();
                continue;
            }
            expected.add(outcome.whose() + " " + outcome.outcome());
            outcome.movements().forEach(movement -> expected.add("  " + movement));
            outcome.says().forEach(says -> expected.add("  says " + says));
            found.addAll(found(run, outcome, explaining, at));
        }
        for (String whose : at.rows().accounts()) {
            if (!named.contains(whose)) {
                others(run, whose, others, explaining, at, expected, found);
            }
        }
        Compare.mustBeEqual(where(step) + " " + run.key() + " " + run.outcome(), expected, found);
    }

    private static String refusal(Step.Run step, SweepJob<?> job, StoryDesk at) {
        try {
            return "run " + at.run(job, step).outcome();
        } catch (Fault refused) {
            return Fault.reason(refused);
        }
    }

    private static List<String> found(Run run, Outcome expected, Explaining<?> explaining, StoryDesk at) {
        String whose = expected.whose();
        List<String> found = new ArrayList<>();
        found.add(whose + " " + outcome(run, whose, explaining, at));
        at.rows().movements(run.id(), whose).forEach(movement -> found.add("  " + movement));
        if (!expected.says().isEmpty()) {
            List<String> lines =
                    explaining.explain(run, at.rows().code(whose)).again().lines();
            expected.says()
                    .forEach(says -> found.add("  says " + (lines.contains(says) ? says : String.join("; ", lines))));
        }
        return found;
    }

    /** Those whom the story does not name all come to one outcome; accounts that came later are none of the run's. */
    private static void others(
            Run run,
            String whose,
            String others,
            Explaining<?> explaining,
            StoryDesk at,
            List<String> expected,
            List<String> found) {
        String outcome = outcome(run, whose, explaining, at);
        if (!outcome.isEmpty() && !outcome.split(": ")[0].equals(others)) {
            expected.add(whose + " " + others);
            found.add(whose + " " + outcome);
        }
    }

    /** Whose event is there was posted to, what is kept of single accounts is kept; the rest is decided again. */
    private static String outcome(Run run, String whose, Explaining<?> explaining, StoryDesk at) {
        if (at.rows().isPosted(run.id(), whose)) {
            return "posted";
        }
        Explanation explanation;
        try {
            explanation = explaining.explain(run, at.rows().code(whose));
        } catch (Fault noneOfTheRuns) {
            return "";
        }
        if (!explanation.kept().isEmpty()) {
            return kept(explanation.kept().getLast());
        }
        return switch (explanation.again().decision()) {
            case Decision.Nothing nothing -> "nothing: " + nothing.reason();
            case Decision.NotEligible not -> "not eligible: " + not.state();
            case Decision.Post _, Decision.Candidate _, Decision.Wait _, Decision.Review _, Decision.SetAside _ ->
                "left no trace, though it should: " + explanation.again().decision();
        };
    }

    private static String kept(KeptOutcome kept) {
        return switch (kept.outcome()) {
            case WAITING ->
                "waits" + (kept.shortBy() == null ? "" : ", short by " + kept.shortBy()) + ": " + kept.reason();
            case REVIEW -> "review: " + kept.reason();
            case SET_ASIDE -> "set aside: " + kept.reason();
            case POSTED, NOTHING, NOT_ELIGIBLE -> throw new IllegalStateException("never kept: " + kept);
        };
    }

    @Override
    public void close() {
        if (desk != null) {
            desk.close();
        }
    }
}
