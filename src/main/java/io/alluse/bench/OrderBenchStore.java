package io.alluse.bench;

import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.Collection;

/** SQL of the measurement of order intents. */
final class OrderBenchStore {

    private final Session session;

    OrderBenchStore(Session session) {
        this.session = session;
    }

    /** All at the same price. */
    void price(Collection<String> symbols, LocalDate date, int close) {
        session.client()
                .sql("insert into price (symbol, date, close) select unnest(:symbols::text[]), :date, :close")
                .param("symbols", symbols.toArray(String[]::new))
                .param("date", date)
                .param("close", close)
                .update();
    }

    long intents() {
        return session.client()
                .sql("select count(*) from order_intent")
                .query(Long.class)
                .single();
    }

    /** The process of the server that serves this session. */
    long backend() {
        return session.client().sql("select pg_backend_pid()").query(Long.class).single();
    }
}
