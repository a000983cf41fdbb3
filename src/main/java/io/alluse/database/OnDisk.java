package io.alluse.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Makes sure that a power failure cannot leave an empty file under a name that has been given to it. */
final class OnDisk {

    private OnDisk() {}

    /** The content of a file, or the names in a directory. */
    static void force(Path path) throws IOException {
        // a directory can only be opened for reading, and forcing it writes its names all the same
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }

    /** The content is the caller's to have forced before. */
    static void rename(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        forceName(to);
    }

    /** That a file or directory is there under its name. */
    static void forceName(Path path) throws IOException {
        force(Objects.requireNonNull(path.toAbsolutePath().getParent(), "a root is not made"));
    }
}
