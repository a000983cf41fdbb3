package io.alluse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Processor time of this program and of a database server with all of its processes, as the kernel counts it (Linux). */
final class Cpu {

    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int GONE_USER = 13;
    private static final int GONE_SYSTEM = 14;

    private final long server;

    /** Of the server that has this process among its own. */
    Cpu(long backend) {
        this.server = field(Path.of("/proc/" + backend), PARENT);
    }

    /** So far, of the program and of the server. */
    double seconds() {
        return ProcessHandle.current()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toNanos()
                        / 1e9
                + ofServer();
    }

    private double ofServer() {
        Path root = Path.of("/proc/" + server);
        long ticks = field(root, USER) + field(root, SYSTEM) + field(root, GONE_USER) + field(root, GONE_SYSTEM);
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            ticks += processes
                    .filter(process -> process.getFileName().toString().matches("\\d+"))
                    .filter(process -> field(process, PARENT) == server)
                    .mapToLong(process -> field(process, USER) + field(process, SYSTEM))
                    .sum();
        } catch (IOException e) {
            // only Linux tells
            return 0;
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** Counted behind the name of the process, which may hold blanks; 0 where it is gone. */
    private static long field(Path process, int index) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[index]);
        } catch (IOException e) {
            return 0;
        }
    }
}
