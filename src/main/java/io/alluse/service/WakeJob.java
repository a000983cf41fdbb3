package io.alluse.service;

import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz does: it wakes a service, which knows itself what is due. */
final class WakeJob implements Job {

    private final Runnable wake;

    WakeJob(Runnable wake) {
        this.wake = wake;
    }

    @Override
    public void execute(JobExecutionContext context) {
        wake.run();
    }
}
