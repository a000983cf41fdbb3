package io.alluse.run;

import io.alluse.database.Database;
import io.alluse.sql.Session;
import javax.sql.DataSource;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration;
import org.springframework.boot.batch.autoconfigure.BatchTransactionManager;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/** Spring Boot with Spring Batch on our database; only commands that run jobs start it. */
public final class JobContext implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private JobContext(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The pool has a connection per worker, one for the framework and one to spare. */
    public static JobContext start(Database database, int threads) {
        // The log is configured by logback.xml; Boot would do so anew while other threads are writing to it.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        // What the framework would warm up in the background is of the web, and no job's.
        System.setProperty("spring.backgroundpreinitializer.ignore", "true");
        DataSource pool = database.programPool(threads + 2);
        return new JobContext(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties(
                        "spring.batch.job.enabled=false",
                        "spring.batch.jdbc.initialize-schema=never",
                        "spring.batch.jdbc.isolation-level-for-create=read_committed",
                        "spring.main.lazy-initialization=true")
                .initializers(
                        starting -> ((GenericApplicationContext) starting).registerBean(DataSource.class, () -> pool))
                .run());
    }

    /** What Spring Batch needs of us: the one transaction manager; the data source is registered at start. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @ImportAutoConfiguration({BatchAutoConfiguration.class, BatchJdbcAutoConfiguration.class})
    static class Wiring {

        @Bean
        @Primary
        PlatformTransactionManager transactionManager(DataSource source) {
            return new JdbcTransactionManager(source);
        }

        /** Of the framework's own notes between the chunks, on the same connections; within a chunk it takes part in that. */
        @Bean
        @BatchTransactionManager
        PlatformTransactionManager notesTransactionManager(DataSource source) {
            return new NotesTransactionManager(source);
        }
    }

    /**
     * Does not wait for the disk: what the framework notes between chunks, we never need to know again (docs/adr/0008), and whatever is
     * lost with a server is older than the next chunk, whose commit waits for all that was written before it.
     */
    private static final class NotesTransactionManager extends JdbcTransactionManager {

        private static final long serialVersionUID = 1;

        NotesTransactionManager(DataSource source) {
            super(source);
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {
            super.doBegin(transaction, definition);
            new JdbcTemplate(obtainDataSource()).execute("set local synchronous_commit = off");
        }
    }

    public Session session() {
        return Session.of(
                context.getBean(DataSource.class),
                context.getBean("transactionManager", PlatformTransactionManager.class));
    }

    public DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    public BatchJobs batch() {
        return new BatchJobs(
                context.getBean(JobRepository.class),
                context.getBean(JobOperator.class),
                context.getBean("transactionManager", PlatformTransactionManager.class));
    }

    /** The framework as it comes, for jobs that are not ours. */
    public JobRepository repository() {
        return context.getBean(JobRepository.class);
    }

    public JobOperator operator() {
        return context.getBean(JobOperator.class);
    }

    public PlatformTransactionManager transactions() {
        return context.getBean("transactionManager", PlatformTransactionManager.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
