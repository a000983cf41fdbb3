package io.alluse.service;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Exit;
import io.alluse.run.StopSignal;
import io.alluse.schedule.JobDefinition;
import io.alluse.sql.Session;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Services on a database of one's own whose jobs do nothing but say how they ended. */
final class ServiceDesk implements AutoCloseable {

    private final TestDatabase test = TestDatabase.create();
    private final DataSource pool = test.database().programPool(8);
    private final JdbcClient superuser = JdbcClient.create(test.superuser());
    final List<String> launched = new CopyOnWriteArrayList<>();
    final List<String> late = new CopyOnWriteArrayList<>();
    final StopSignal stop = new StopSignal();

    /** Comes to this what is launched; first it may do something. */
    Function<DueKey, Exit> outcome = key -> Exit.OK;

    Session session() {
        return Session.of(pool);
    }

    Dispatcher service(String node, List<JobDefinition> definitions) {
        Dispatcher.Listener listener = new Dispatcher.Listener() {
            @Override
            public void late(Due due) {
                late.add(due.toString());
            }
        };
        return new Dispatcher(new Dispatcher.Tools(session(), pool, this::launch, listener), definitions, node, stop);
    }

    private Launcher.Ended launch(JobDefinition definition, BusinessDay date, StopSignal stopped) {
        DueKey key = new DueKey(definition.name(), date.date());
        launched.add(definition.name() + " " + date);
        return Launcher.Ended.of(outcome.apply(key), "it said so");
    }

    /** What has been launched since somebody asked last. */
    List<String> launchedSince() {
        List<String> all = List.copyOf(launched);
        launched.clear();
        return all;
    }

    List<String> rows(String sql) {
        return superuser
                .sql(sql)
                .query((row, no) -> String.valueOf(row.getString(1)))
                .list();
    }

    void execute(String sql) {
        superuser.sql(sql).update();
    }

    List<String> states() {
        return rows("select definition || ' ' || business_date || ' ' || state from alluse.due order by due_at, id");
    }

    void clear() {
        execute("truncate alluse.due, alluse.schedule_state");
        outcome = key -> Exit.OK;
        launched.clear();
        late.clear();
    }

    @Override
    public void close() {
        test.close();
    }
}
