package io.alluse.audit;

import org.slf4j.MDC;
import org.slf4j.MDC.MDCCloseable;

/** Marks the log lines of this thread with what they are about, for as long as the mark is open. */
public final class LogContext {

    private static final String ACCOUNT = "account";
    private static final String RUN = "run";

    private LogContext() {}

    public static MDCCloseable account(String code) {
        return MDC.putCloseable(ACCOUNT, code);
    }

    public static MDCCloseable run(long id) {
        return MDC.putCloseable(RUN, Long.toString(id));
    }
}
