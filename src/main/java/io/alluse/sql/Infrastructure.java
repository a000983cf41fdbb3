package io.alluse.sql;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells failures that pass by themselves, after which a run goes on, from those that would only happen again. */
public final class Infrastructure {

    /**
     * Connection, transaction taken back, resources (disk, memory, connections), operator or server shutting down, system error. A class
     * of SQLSTATE each.
     */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    /** A transaction that stood still, or took, too long: the server has ended the connection. */
    private static final Set<String> TOO_LONG = Set.of("25P03", "25P04");

    /** What is wrong with a row: out of range, a constraint, a trigger that refuses, a limit of a single row. */
    private static final Set<String> DATA = Set.of("22", "23", "P0", "54");

    /** Of what we refuse ourselves, which would only happen again: an internal error. */
    static final String OURS = "XX000";

    private Infrastructure() {}

    /** Whether the database has refused a statement, for whatever reason. */
    public static boolean isOfTheDatabase(Throwable thrown) {
        return first(thrown, cause -> cause instanceof SQLException || cause instanceof DataAccessException)
                        .isPresent()
                || isPassing(thrown);
    }

    /** Whether it has refused the data, which would be refused again, and not the statement or the connection. */
    public static boolean isOfTheData(Throwable thrown) {
        return !isPassing(thrown)
                && first(thrown, cause -> cause instanceof SQLException sql && DATA.contains(state(sql)))
                        .isPresent();
    }

    /** The innermost cause that says something. */
    public static String wordsOf(Throwable thrown) {
        Throwable root = thrown;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            root = cause.getMessage() == null ? root : cause;
        }
        return Fault.reason(root);
    }

    private static Optional<Throwable> first(Throwable thrown, Predicate<Throwable> wanted) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause)
                .filter(wanted)
                .findFirst();
    }

    public static boolean isPassing(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (isPassingItself(cause) || Arrays.stream(cause.getSuppressed()).anyMatch(Infrastructure::isPassing)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPassingItself(Throwable thrown) {
        return switch (thrown) {
            case TransactionSystemException failed ->
                failed.getApplicationException() != null && isPassing(failed.getApplicationException());
            case PassingFailure _,
                    SQLTransientConnectionException _,
                    CannotCreateTransactionException _,
                    IOException _ -> true;
            // the pool says of a connection that has gone away only that it is closed
            case SQLException sql ->
                sql.getSQLState() == null
                        || PASSING.contains(state(sql))
                        || TOO_LONG.contains(String.valueOf(sql.getSQLState()));
            default -> false;
        };
    }

    private static String state(SQLException sql) {
        String state = String.valueOf(sql.getSQLState());
        return state.length() < 2 ? "" : state.substring(0, 2);
    }
}
