package io.alluse.capitalization;

/** A row that was taken, with its place in the walk and the number of its main account. */
record StagedRow(long seq, long number, PlanRow row) {}
