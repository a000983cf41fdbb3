package io.alluse.doctor;

import io.alluse.fault.Fault;
import io.alluse.notification.ChannelFile;
import io.alluse.policy.PolicyBook;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be told without a database. */
final class MachineChecks {

    private static final int JDK = 25;
    private static final long GIB = 1L << 30;
    private static final long LEAST_HEAP = 128L << 20;

    private MachineChecks() {}

    static Health jdk() {
        Runtime.Version version = Runtime.version();
        long heap = Runtime.getRuntime().maxMemory();
        String text = version + ", " + (heap >> 20) + " MiB of heap at most";
        if (version.feature() < JDK) {
            return Health.bad("jdk", text, "install a JDK " + JDK + " and set JAVA_HOME");
        }
        return heap < LEAST_HEAP
                ? Health.warn("jdk", text, "give the program more: -Xmx256m in JAVA_OPTS")
                : Health.ok("jdk", text);
    }

    /** Passwords and the like are in there. */
    static Health home(Path home) {
        if (Files.notExists(home)) {
            return Health.ok("home", home + " will be made by the first command");
        }
        if (!Files.isWritable(home)) {
            return Health.bad("home", home + " cannot be written", "use the account that owns it, or another --home");
        }
        Path secret = home.resolve("secret");
        return Files.exists(secret) && isOpen(secret)
                ? Health.bad("home", secret + " is open to others than its owner", "chmod 700 " + secret)
                : Health.ok("home", home.toString());
    }

    private static boolean isOpen(Path path) {
        try {
            Set<PosixFilePermission> open = Files.getPosixFilePermissions(path);
            return open.stream().anyMatch(right -> !right.name().startsWith("OWNER"));
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    static Health disk(Path home) {
        try {
            Path there = existing(home);
            FileStore store = Files.getFileStore(there);
            return disk(there.toString(), store.getUsableSpace(), store.getTotalSpace());
        } catch (IOException e) {
            return Health.warn("disk", "cannot be looked at: " + Fault.reason(e), "look at it with df");
        }
    }

    private static Path existing(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }

    static Health disk(String where, long free, long total) {
        String text = "%.1f of %.1f GiB are free at %s".formatted((double) free / GIB, (double) total / GIB, where);
        if (free < GIB) {
            return Health.bad("disk", text, "free space there, or move the home to a larger disk");
        }
        return free < 10 * GIB && free < total / 10
                ? Health.warn("disk", text, "free space there before a night fills it")
                : Health.ok("disk", text);
    }

    static Health policies(PolicyBook book) {
        try {
            book.names().forEach(book::policy);
            book.overlayNames().forEach(book::overlay);
            return Health.ok(
                    "policies",
                    book.names().size() + " policies, " + book.overlayNames().size() + " overlays");
        } catch (Fault e) {
            return Health.bad("policies", Fault.reason(e), "mend the file; `alluse policy check FILE` says more");
        }
    }

    static Health channels(@Nullable Path named, Path home) {
        try {
            int channels = ChannelFile.read(named, home).size();
            return channels == 0
                    ? Health.warn(
                            "notifications",
                            "nobody is told of failures: there is no notifications.yaml in the home",
                            "write it, see docs/notifications.md")
                    : Health.ok("notifications", channels + " channels");
        } catch (Fault e) {
            return Health.bad("notifications", Fault.reason(e), "mend the file, then `alluse notification test`");
        }
    }
}
