package io.alluse.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The program in a JVM of its own, as a user would run it. */
public final class CommandLineProcess {

    public record Answer(int exit, String out, String err) {}

    private CommandLineProcess() {}

    /** A build in the background of a shell ignores Ctrl-C, and what it starts would inherit that. */
    private static final List<String> HEARS_CTRL_C =
            System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();

    public static Answer run(String... arguments) throws IOException {
        return run(Map.of(), arguments);
    }

    /** As {@code "$@"} in a script of bash. */
    public static Answer runIn(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", script, "bash"));
        command.addAll(java(System.getProperty("java.class.path")));
        return run(command, Map.of(), arguments);
    }

    public static Answer run(Map<String, String> environment, String... arguments) throws IOException {
        return run(java(System.getProperty("java.class.path")), environment, arguments);
    }

    /** In a heap of so many megabytes. */
    public static Answer runWithin(int megabytes, String... arguments) throws IOException {
        List<String> java = new ArrayList<>(java(System.getProperty("java.class.path")));
        java.add(1, "-Xmx" + megabytes + "m");
        return run(java, Map.of(), arguments);
    }

    static Answer runAs(int uid, Path classes, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("setpriv", "--reuid=" + uid, "--regid=" + uid, "--clear-groups"));
        command.addAll(java(classes + "/classes:" + classes + "/*"));
        return run(command, Map.of(), arguments);
    }

    /** A copy of the class path that every user may read; the build's own may lie in a private directory. */
    static Path readableClasses(Path home) throws IOException {
        Path copy = Files.createDirectories(home.resolve("class-path"));
        for (String element : System.getProperty("java.class.path").split(":")) {
            Path file = Path.of(element);
            if (element.endsWith(".jar") && !element.matches(".*(darwin|arm64).*")) {
                Files.copy(file, copy.resolve(file.getFileName()));
            } else if (element.endsWith("/classes")) {
                Files.createSymbolicLink(copy.resolve("classes"), file);
            }
        }
        return copy;
    }

    private static List<String> java(String classPath) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                "io.alluse.cli.Main");
    }

    private static Answer run(List<String> java, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(java, environment, arguments).answer();
    }

    /** Does not wait for the answer. */
    public static Running start(String... arguments) throws IOException {
        return start(Map.of(), arguments);
    }

    public static Running start(Map<String, String> environment, String... arguments) throws IOException {
        return start(java(System.getProperty("java.class.path")), environment, arguments);
    }

    private static Running start(List<String> java, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(HEARS_CTRL_C);
        command.addAll(java);
        command.addAll(Arrays.asList(arguments));
        Path out = Files.createTempFile("alluse", ".out");
        Path err = Files.createTempFile("alluse", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(Path.of("/").toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        return new Running(builder.start(), out, err);
    }

    /** A process that may be disturbed before it answers. */
    public record Running(Process process, Path out, Path err) {

        public void signal(String name) throws IOException {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        }

        public Answer answer() throws IOException {
            try {
                return new Answer(process.waitFor(), Files.readString(out), Files.readString(err));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        }
    }
}
