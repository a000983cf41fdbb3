package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.ToLongFunction;

/** A file that a command writes: there as a whole or not at all, and never over another one without being told. */
final class OutputFile {

    private OutputFile() {}

    /** Returns what the writing returns. */
    static long write(Path file, boolean force, ToLongFunction<Writer> writing) {
        if (Files.exists(file) && !force) {
            throw Fault.conflict(file + " is there already; --force replaces it");
        }
        Path target = file.toAbsolutePath();
        try {
            Path draft = Files.createTempFile(target.getParent(), "." + target.getFileName(), ".tmp");
            try {
                long result;
                try (Writer out = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
                    result = writing.applyAsLong(out);
                }
                move(draft, target);
                return result;
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw cannot(file, e);
        } catch (UncheckedIOException e) {
            throw cannot(file, e);
        }
    }

    private static void move(Path draft, Path target) throws IOException {
        try {
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Fault cannot(Path file, Exception e) {
        return Fault.environment(file + ": cannot be written: " + Fault.reason(e), e);
    }
}
