package io.alluse.notification;

import io.alluse.fault.Fault;
import io.alluse.notification.Channel.Way;
import io.alluse.text.Durations;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Brings one notification to one channel, within the time it has; says why it could not. */
final class Carrier {

    private static final int LONGEST_COMPLAINT = 300;

    private final PrintWriter output;

    Carrier(PrintWriter output) {
        this.output = output;
    }

    /** Empty where it has arrived. */
    Optional<String> bring(Notification notification, Way way) {
        try {
            return switch (way) {
                case Way.ToFile(Path file) -> append(file, notification.line() + "\n");
                case Way.ToOutput() -> print(notification.line());
                case Way.ToCommand command ->
                    run(command, notification.message().toString() + "\n");
            };
        } catch (IOException e) {
            return Optional.of(Fault.reason(e));
        }
    }

    private static Optional<String> append(Path file, String line) throws IOException {
        Path directory = file.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        // one write: lines of two processes do not mix
        Files.write(file, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return Optional.empty();
    }

    private Optional<String> print(String line) {
        output.println(line);
        return output.checkError() ? Optional.of("standard output takes no more") : Optional.empty();
    }

    /** Its output goes into a file: a pipe stays open as long as anything that the command has started. */
    private static Optional<String> run(Way.ToCommand command, String message) throws IOException {
        Path said = Files.createTempFile("alluse-notification", ".out");
        try {
            Process process = started(command, said);
            feed(process, message);
            return outcome(process, command, said);
        } finally {
            Files.deleteIfExists(said);
        }
    }

    /** What opens the database or the vault is not for other programs. */
    private static Process started(Way.ToCommand command, Path said) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command.words()).redirectErrorStream(true).redirectOutput(said.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("ALLUSE_"));
        builder.directory(new File("/"));
        return builder.start();
    }

    /** A command need not read what it is told; the message fits into the pipe whether it does or not. */
    private static void feed(Process process, String message) {
        try (OutputStream input = process.getOutputStream()) {
            input.write(message.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // it has ended without reading: its exit code says what that means
        }
    }

    private static Optional<String> outcome(Process process, Way.ToCommand command, Path said) throws IOException {
        try {
            if (!process.waitFor(command.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
                end(process);
                return Optional.of("has not ended within " + Durations.text(command.timeout()));
            }
        } catch (InterruptedException e) {
            end(process);
            Thread.currentThread().interrupt();
            return Optional.of("interrupted");
        }
        return process.exitValue() == 0
                ? Optional.empty()
                : Optional.of("ended with exit code " + process.exitValue() + complaint(said));
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String complaint(Path said) throws IOException {
        try (var in = Files.newInputStream(said)) {
            String text = new String(in.readNBytes(LONGEST_COMPLAINT), StandardCharsets.UTF_8);
            String line = text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
            return line.isEmpty() ? "" : ": " + line;
        }
    }
}
