package io.alluse.audit;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who calls, from which node and with which command; the operator is what the caller says and proves nothing. */
public record AuditContext(
        String osUser, String node, @Nullable String operator, String command, Clock clock) {

    /** Of this process, called with these words. */
    public static AuditContext of(List<String> words, @Nullable String operator, Clock clock) {
        return new AuditContext(Caller.osUser(), Caller.node(), operator, CommandText.of(words), clock);
    }
}
