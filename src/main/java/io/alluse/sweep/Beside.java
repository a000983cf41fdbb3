package io.alluse.sweep;

/** A row that a job keeps beside an event, in its transaction; which ones there are is the job's own. */
public interface Beside {}
