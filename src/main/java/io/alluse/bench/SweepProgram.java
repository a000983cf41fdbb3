package io.alluse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of its own that carries out the sweep: this program, started anew on the scratch server's home. */
final class SweepProgram implements Carrier {

    private static final String MAIN = "io.alluse.cli.Main";
    private static final int MOST_MINUTES = 10;

    /** How the virtual machine is set for programs that start often, and for one that has much to do. */
    static final String FOR_SHORT = "-XX:TieredStopAtLevel=1";

    static final String FOR_LONG = "-XX:TieredStopAtLevel=4";

    private final Process process;
    private final Path said;

    private SweepProgram(Process process, Path said) {
        this.process = process;
        this.said = said;
    }

    static SweepProgram start(Path home, List<String> words, int silenceSeconds, String compiler) {
        try {
            Path said = Files.createTempFile(home, "program", ".log");
            Process process = new ProcessBuilder(command(home, words, silenceSeconds, compiler))
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            return new SweepProgram(process, said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path home, List<String> words, int silenceSeconds, String compiler) {
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                compiler,
                "-Dalluse.lock.silence=" + silenceSeconds,
                "-cp",
                System.getProperty("java.class.path"),
                MAIN));
        command.addAll(words);
        command.addAll(List.of("--home", home.toString()));
        return command;
    }

    @Override
    public boolean isRunning() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }

    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whoever does not end is a finding. */
    @Override
    public int exit() {
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "a program has not ended after " + MOST_MINUTES + " minutes: " + said());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String said() {
        try {
            return Files.readString(said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
