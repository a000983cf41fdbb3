package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A service in a process of its own that is told what time it is. */
final class CalendarNode implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter told;

    private CalendarNode(Process process) {
        this.process = process;
        this.said = process.inputReader(StandardCharsets.UTF_8);
        this.told = process.outputWriter(StandardCharsets.UTF_8);
    }

    static CalendarNode start(Path home, String name) {
        try {
            CalendarNode node = new CalendarNode(new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx192m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "bench",
                            "calendar-node",
                            name,
                            "--home",
                            home.toString()))
                    .redirectError(home.resolve(name + ".log").toFile())
                    .start());
            node.awaited();
            return node;
        } catch (IOException e) {
            throw Fault.environment("cannot start a service of its own: " + Fault.reason(e), e);
        }
    }

    /** It answers when nothing is due any more, see {@link #awaited}. */
    void tell(Instant now) {
        try {
            told.write(now + "\n");
            told.flush();
        } catch (IOException e) {
            throw new IllegalStateException("a service is gone that nobody has killed", e);
        }
    }

    void awaited() {
        try {
            if (said.readLine() == null) {
                throw new IllegalStateException("a service has ended that nobody has killed, with exit "
                        + process.onExit().join().exitValue());
            }
        } catch (IOException e) {
            throw new IllegalStateException("a service cannot be heard", e);
        }
    }

    /** By the signal that no program survives. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
