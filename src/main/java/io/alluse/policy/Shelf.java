package io.alluse.policy;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where policy files lie. */
sealed interface Shelf {

    /** The names of the files in a folder. */
    List<String> files(String folder) throws IOException;

    /** The bytes of a file, at most one more than a policy may have; empty if there is no such file. */
    Optional<byte[]> read(String file) throws IOException;

    /** How messages name a file. */
    String place(String file);

    /** Files on the class path; as a jar has no folders to list, {@code index.txt} names them. */
    final class Shipped implements Shelf {

        private static final String ROOT = "/jobs/";

        @Override
        public List<String> files(String folder) throws IOException {
            byte[] index = read(folder + "index.txt").orElseThrow(() -> new NoSuchFileException(folder + "index.txt"));
            return new String(index, StandardCharsets.UTF_8).lines().toList();
        }

        @Override
        public Optional<byte[]> read(String file) throws IOException {
            try (InputStream in = Shelf.class.getResourceAsStream(ROOT + file)) {
                return in == null ? Optional.empty() : Optional.of(in.readNBytes(DocumentParser.MOST_BYTES + 1));
            }
        }

        @Override
        public String place(String file) {
            return "jobs/" + file;
        }
    }

    /** Files of a directory that someone names. */
    record Directory(Path jobs) implements Shelf {

        @Override
        public List<String> files(String folder) throws IOException {
            if (!Files.isDirectory(jobs.resolve("policies"))) {
                throw Fault.notFound(jobs + " holds no policies: it needs a folder `policies` with one NAME.yaml each");
            }
            Path directory = jobs.resolve(folder);
            if (!Files.isDirectory(directory)) {
                return List.of();
            }
            try (Stream<Path> files = Files.list(directory)) {
                return files.filter(Files::isRegularFile)
                        .map(file -> file.getFileName().toString())
                        .toList();
            }
        }

        @Override
        public Optional<byte[]> read(String file) throws IOException {
            try (InputStream in = Files.newInputStream(jobs.resolve(file))) {
                return Optional.of(in.readNBytes(DocumentParser.MOST_BYTES + 1));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }

        @Override
        public String place(String file) {
            return jobs.resolve(file).toString();
        }
    }
}
