package io.alluse.run;

import io.alluse.calendar.BusinessDay;

/** What a run is: a job, a business date, and for jobs with input files the digest of the input. */
public record RunKey(String job, BusinessDay date, String inputDigest) {

    public static RunKey of(String job, BusinessDay date) {
        return new RunKey(job, date, "");
    }

    /** Jobs that read files run one at a time, the others one at a time per date. */
    String lockName() {
        return inputDigest.isEmpty() ? toString() : job;
    }

    @Override
    public String toString() {
        return job + " of " + date;
    }
}
