package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;

/** A file a command writes: whole or not at all, and never over another one unless that is asked for. */
final class OutputFile {

    private OutputFile() {}

    static void mustBeFree(Path file, boolean force) {
        if (Files.exists(file) && !force) {
            throw Fault.conflict(file + " exists; choose another name or add --force");
        }
    }

    static void write(Path file, boolean force, Consumer<Writer> content) {
        mustBeFree(file, force);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (Writer writer = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8)) {
                content.accept(writer);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | UncheckedIOException e) {
            throw Fault.usage(file + ": cannot be written: " + Fault.reason(e));
        } finally {
            remove(unfinished);
        }
    }

    /** There only if the content could not be had to its end. */
    private static void remove(Path unfinished) {
        try {
            Files.deleteIfExists(unfinished);
        } catch (IOException e) {
            throw Fault.environment(unfinished + ": cannot be removed: " + Fault.reason(e), e);
        }
    }
}
