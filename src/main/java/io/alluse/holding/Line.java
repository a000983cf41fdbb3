package io.alluse.holding;

import io.alluse.activity.Activity;

/** What a line of a statement tells, and the id by which movements, lots and closings name it. */
public record Line(Activity activity, String id) {}
