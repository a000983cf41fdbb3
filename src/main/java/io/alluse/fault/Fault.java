package io.alluse.fault;

import org.jspecify.annotations.Nullable;

/** An error a user can act on: one line that says what, where, the offending value and what to do. */
public final class Fault extends RuntimeException {

    private final Exit exit;

    private Fault(Exit exit, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    public static Fault of(Exit exit, String message) {
        return new Fault(exit, message, null);
    }

    public static Fault of(Exit exit, String message, Throwable cause) {
        return new Fault(exit, message, cause);
    }

    public static Fault usage(String message) {
        return of(Exit.USAGE, message);
    }

    public static Fault notFound(String message) {
        return of(Exit.NOT_FOUND, message);
    }

    public static Fault conflict(String message) {
        return of(Exit.CONFLICT, message);
    }

    public static Fault usage(String message, Throwable cause) {
        return of(Exit.USAGE, message, cause);
    }

    public static Fault environment(String message) {
        return of(Exit.ENVIRONMENT, message);
    }

    public static Fault environment(String message, Throwable cause) {
        return of(Exit.ENVIRONMENT, message, cause);
    }

    public Exit exit() {
        return exit;
    }

    /** The message of an exception that other code threw, never empty, on one line. */
    public static String reason(Throwable thrown) {
        String message = thrown.getMessage();
        String text = message == null || message.isBlank() ? thrown.getClass().getSimpleName() : message;
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
