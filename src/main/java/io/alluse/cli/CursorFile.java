package io.alluse.cli;

import io.alluse.export.EventCursor;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** A file that holds a cursor, if one is given: always a whole one. */
record CursorFile(@Nullable Path file) {

    @Nullable
    String read() {
        try {
            return file == null || Files.notExists(file) ? null : Files.readString(file);
        } catch (IOException e) {
            throw Fault.environment(file + " cannot be read: " + Fault.reason(e), e);
        }
    }

    void write(EventCursor cursor) {
        if (file == null) {
            return;
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, cursor + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Fault.environment(file + " cannot be written: " + Fault.reason(e), e);
        }
    }
}
