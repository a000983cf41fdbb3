package io.alluse.audit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the operating system, not the environment, says about this process. */
final class Caller {

    private static final String UNKNOWN = "unknown";

    private Caller() {}

    /** The owner of the process; $USER and the property user.name can be set by anyone. */
    static String osUser() {
        return ProcessHandle.current().info().user().orElseGet(Caller::osUserNumber);
    }

    /** In a container the owner may have a number but no name. */
    private static String osUserNumber() {
        try {
            return "uid " + Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException _) {
            return UNKNOWN;
        }
    }

    /** The kernel's answer where there is one: asking the network for one's own name may take seconds. */
    static String node() {
        try {
            return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
        } catch (IOException _) {
            return resolved();
        }
    }

    private static String resolved() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException _) {
            return UNKNOWN;
        }
    }
}
