package io.alluse.merge;

import io.alluse.sweep.Beside;
import java.time.LocalDate;

/** Beside the event that closes what a merge has emptied: the merge may have ended with it. */
record Ended(LocalDate on) implements Beside {}
