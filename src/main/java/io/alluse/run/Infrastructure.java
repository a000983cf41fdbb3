package io.alluse.run;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.transaction.CannotCreateTransactionException;

/** Tells failures that pass by themselves, after which a run goes on, from those that would only happen again. */
public final class Infrastructure {

    /**
     * Connection, transaction taken back, resources (disk, memory, connections), operator or server shutting down, system error. A class
     * of SQLSTATE each.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private Infrastructure() {}

    public static boolean isPassing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isPassingItself(cause)) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (isPassingItself(suppressed)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isPassingItself(Throwable thrown) {
        return switch (thrown) {
            case OwnershipLost _,
                    SQLTransientConnectionException _,
                    CannotCreateTransactionException _,
                    IOException _ -> true;
            case SQLException sql -> sql.getSQLState() != null && PASSING.contains(state(sql));
            default -> false;
        };
    }

    private static String state(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return state.length() < 2 ? "" : state.substring(0, 2);
    }
}
