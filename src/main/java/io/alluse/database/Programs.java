package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs programs of the operating system with an environment that nothing of ours leaks into. */
final class Programs {

    record Result(int exit, String output) {

        boolean good() {
            return exit == 0;
        }
    }

    private Programs() {}

    static boolean succeeds(Path directory, List<String> command) {
        try {
            return run(directory, command).good();
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a program to its end; it finds no input, and what it prints is returned. */
    static Result run(Path directory, List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        clean(builder.environment());
        Process process = builder.start();
        try (InputStream output = process.getInputStream()) {
            String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), text);
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw Fault.environment("interrupted while " + command.getFirst() + " was running", e);
        }
    }

    /** PG* variables would redirect the server's programs; passwords of ours are none of their business. */
    private static void clean(Map<String, String> environment) {
        String path = environment.getOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        environment.clear();
        environment.putAll(Map.of("PATH", path, "LC_ALL", "C", "TZ", "UTC"));
    }
}
