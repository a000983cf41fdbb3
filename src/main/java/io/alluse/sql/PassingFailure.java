package io.alluse.sql;

/** A failure of ours that passes by itself, such as a lock lost with its connection: what failed is worth another attempt. */
public class PassingFailure extends RuntimeException {

    public PassingFailure(String message) {
        super(message);
    }

    public PassingFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
