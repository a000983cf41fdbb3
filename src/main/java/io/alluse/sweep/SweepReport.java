package io.alluse.sweep;

import io.alluse.run.Run;
import io.alluse.run.Tally;

/** What a run of a sweep came to, read from the database; whether its failure, if it failed, is one that passes. */
public record SweepReport(Run run, Tally tally, boolean passing) {}
