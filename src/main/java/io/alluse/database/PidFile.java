package io.alluse.database;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a running server writes down about itself, and what one that was killed leaves behind. */
record PidFile(long pid, int port, boolean ready) {

    /** Above every process number that Linux or macOS hands out, so it is nobody's. */
    private static final String NOBODY = String.valueOf(Integer.MAX_VALUE);

    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    static Optional<PidFile> read(Path file) {
        try {
            return parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw Fault.environment(
                    file + " cannot be read: " + Fault.reason(e) + "; use the account that owns this home", e);
        }
    }

    private static Optional<PidFile> parse(List<String> lines) {
        try {
            long pid = Long.parseLong(lines.getFirst().strip());
            int port = lines.size() > PORT_LINE
                    ? Integer.parseInt(lines.get(PORT_LINE).strip())
                    : 0;
            boolean ready =
                    lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
            return Optional.of(new PidFile(pid, port, ready));
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            return Optional.empty();
        }
    }

    /** Whether the process is a server of that data directory: after a reboot its number may be anybody's. */
    boolean serves(Path data) {
        return ProcessHandle.of(pid).filter(process -> serves(process, data)).isPresent();
    }

    private static boolean serves(ProcessHandle process, Path data) {
        List<String> words = words(process);
        return process.isAlive()
                && words.contains(data.toString())
                && words.getFirst().endsWith("postgres");
    }

    /** The command line as the kernel tells everybody; the JDK hides it where the program itself is unreadable. */
    private static List<String> words(ProcessHandle process) {
        Path file = Path.of("/proc", String.valueOf(process.pid()), "cmdline");
        try {
            return List.of(Files.readString(file, StandardCharsets.UTF_8).split("\0"));
        } catch (IOException e) {
            String[] arguments = process.info().arguments().orElse(new String[0]);
            List<String> words = new java.util.ArrayList<>(List.of(arguments));
            words.addFirst(process.info().command().orElse(""));
            return words;
        }
    }

    /**
     * Makes a file that was left behind harmless: PostgreSQL would refuse to start while its process number belongs to
     * another program. The number is replaced and the rest stays, so that the server can still find out whether
     * processes of its predecessor are at work in shared memory. Only for holders of the server's lock.
     */
    static void disarm(Path file, Path data) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        Optional<PidFile> left = parse(lines);
        if (left.isPresent()) {
            if (!left.get().serves(data)) {
                lines.set(0, NOBODY);
                Files.write(file, lines, StandardCharsets.ISO_8859_1);
            }
        } else if (ProcessHandle.allProcesses().noneMatch(process -> serves(process, data))) {
            // cut off by a full disk or a power failure: it names nobody, and nobody is there
            Files.delete(file);
        }
    }
}
