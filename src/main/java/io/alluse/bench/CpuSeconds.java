package io.alluse.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** What the processors have spent on this program and on its database server, as the kernel counts it; on Linux only. */
record CpuSeconds(double program, double database) {

    static final CpuSeconds NONE = new CpuSeconds(0, 0);

    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int TIMES = 4;

    static CpuSeconds soFar(Path home) {
        double program = ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .orElse(Duration.ZERO)
                        .toMillis()
                / 1e3;
        return new CpuSeconds(
                program, postmaster(home).map(CpuSeconds::ofFamily).orElse(0.0));
    }

    CpuSeconds less(CpuSeconds before) {
        return new CpuSeconds(program - before.program, database - before.database);
    }

    private static Optional<ProcessHandle> postmaster(Path home) {
        try (Stream<Path> files = Files.walk(home, 3)) {
            return files.filter(file -> file.endsWith("postmaster.pid"))
                    .findFirst()
                    .map(CpuSeconds::firstLine)
                    .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readAllLines(file).getFirst().strip();
        } catch (IOException e) {
            return "0";
        }
    }

    /** Its own, its children's, and of those that have ended. */
    private static double ofFamily(ProcessHandle server) {
        return Stream.concat(Stream.of(server), server.descendants())
                .mapToDouble(process -> ticks(process.pid()) / TICKS_PER_SECOND)
                .sum();
    }

    private static double ticks(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            return Stream.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "))
                    .skip(USER)
                    .limit(TIMES)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
