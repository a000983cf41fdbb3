package io.alluse.cli;

import io.alluse.audit.LogContext;
import io.alluse.vault.Secret;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC.MDCCloseable;
import picocli.CommandLine;

/** A program that logs one line as our commands do, and one that is too low to be seen. */
final class Logs {

    private Logs() {}

    public static void main(String[] words) {
        if (!words[0].isEmpty()) {
            new CommandLine(new GlobalOptions()).parseArgs("--log-format", words[0]);
        }
        try (MDCCloseable _ = LogContext.account("A-000001-GEN");
                MDCCloseable _ = LogContext.run(7);
                Secret secret = Secret.taking(new byte[] {65, 66, 67})) {
            LoggerFactory.getLogger(Logs.class).warn("value {}", secret);
            LoggerFactory.getLogger(Logs.class).info("not shown");
        }
    }
}
