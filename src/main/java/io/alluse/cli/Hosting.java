package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.run.JobContext;
import io.alluse.run.StopSignal;

/** What a job works with when a service carries it out, and no person: opened once for many jobs, stopped when the service is. */
record Hosting(Database database, JobContext context, StopSignal stop, long onePartBelow) {}
