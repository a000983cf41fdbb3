package io.alluse.service;

import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.run.StopSignal;
import io.alluse.schedule.JobDefinition;
import org.jspecify.annotations.Nullable;

/** Carries a job out for a date, as `job run` does. */
public interface Launcher {

    Ended launch(JobDefinition definition, BusinessDay date, StopSignal stop);

    /**
     * What came of it.
     *
     * @param run the number of the run, where the job has one for the date
     * @param accounts how many it was about
     * @param setAside how many of them are left over
     * @param words the last thing it said where it did not end well
     */
    record Ended(Exit exit, @Nullable Long run, long accounts, long setAside, String words) {

        /** Of which there is nothing to count. */
        public static Ended of(Exit exit, String words) {
            return new Ended(exit, null, 0, 0, words);
        }
    }
}
