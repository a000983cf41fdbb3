package io.alluse.service;

import io.alluse.fault.Fault;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.quartz.utils.DBConnectionManager;

/** Quartz, clustered on our database: one trigger, however many jobs and accounts there are, that wakes one of the services. */
final class Wake implements AutoCloseable {

    /** As the rows that nodes lock are called in the migration. */
    private static final String SCHEDULER = "alluse";

    private static final String NAME = "wake";

    private final Scheduler scheduler;

    private Wake(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static Wake start(DataSource source, Duration every, Runnable wake) {
        String connections = "alluse-" + UUID.randomUUID();
        DBConnectionManager.getInstance().addConnectionProvider(connections, new WakeStore(source));
        try {
            Scheduler scheduler = new StdSchedulerFactory(properties(connections)).getScheduler();
            scheduler.setJobFactory((bundle, by) -> new WakeJob(wake));
            scheduler.scheduleJob(job(), Set.of(trigger(every)), true);
            scheduler.start();
            return new Wake(scheduler);
        } catch (SchedulerException e) {
            throw Fault.environment("Quartz cannot start: " + Fault.reason(e), e);
        }
    }

    /** Each for a reason: docs/adr/0031. */
    private static Properties properties(String connections) {
        Properties properties = new Properties();
        properties.put("org.quartz.scheduler.instanceName", SCHEDULER);
        properties.put("org.quartz.scheduler.instanceId", "AUTO");
        properties.put("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.put("org.quartz.scheduler.makeSchedulerThreadDaemon", "true");
        properties.put("org.quartz.threadPool.class", SimpleThreadPool.class.getName());
        properties.put("org.quartz.threadPool.threadCount", "1");
        properties.put("org.quartz.threadPool.makeThreadsDaemons", "true");
        properties.put("org.quartz.jobStore.class", JobStoreTX.class.getName());
        properties.put("org.quartz.jobStore.driverDelegateClass", PostgreSQLDelegate.class.getName());
        properties.put("org.quartz.jobStore.dataSource", connections);
        properties.put("org.quartz.jobStore.tablePrefix", "qrtz_");
        properties.put("org.quartz.jobStore.useProperties", "true");
        properties.put("org.quartz.jobStore.isClustered", "true");
        properties.put("org.quartz.jobStore.clusterCheckinInterval", "5000");
        properties.put("org.quartz.jobStore.acquireTriggersWithinLock", "true");
        return properties;
    }

    private static JobDetail job() {
        return JobBuilder.newJob(WakeJob.class).withIdentity(NAME).build();
    }

    private static Trigger trigger(Duration every) {
        return TriggerBuilder.newTrigger()
                .withIdentity(NAME)
                .withSchedule(SimpleScheduleBuilder.simpleSchedule()
                        .withIntervalInMilliseconds(every.toMillis())
                        .repeatForever()
                        .withMisfireHandlingInstructionNextWithRemainingCount())
                .build();
    }

    /** Without waiting for what it has woken: that is stopped by its own signal. */
    @Override
    public void close() {
        try {
            scheduler.shutdown(false);
        } catch (SchedulerException e) {
            throw Fault.environment("Quartz cannot stop: " + Fault.reason(e), e);
        }
    }
}
