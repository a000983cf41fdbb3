package io.alluse.broker;

import io.alluse.activity.Activity;
import java.util.List;

/** What becomes of a row; a row that is refused throws {@link Refused} instead. */
sealed interface Verdict {

    record Took(Activity activity) implements Verdict {}

    /** One row that means several things, such as the legs of a spread. */
    record TookAll(List<Activity> activities) implements Verdict {}

    record Ignored(String kind) implements Verdict {}

    record Rejected(LineProblem problem) implements Verdict {}
}
