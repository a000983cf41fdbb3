package io.alluse.architecture.breach;

import java.sql.Connection;
import java.time.Instant;

/** Breaks every rule about rules: public, not final, can be made, knows a store, JDBC and the clock. */
public class BadRule {

    private final double money = Double.parseDouble("0.1");
    private final BadStore store = new BadStore();

    public boolean decide(Connection connection) {
        return money > 0
                || store.toString().isEmpty()
                || Instant.now().equals(Instant.EPOCH)
                || connection.toString().isEmpty();
    }
}
