package io.alluse.yaml;

import io.alluse.fault.Fault;
import io.alluse.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where the files of {@code jobs/} lie: in the program, or in a directory laid out like it. */
public sealed interface Shelf {

    String ENDING = ".yaml";
    Pattern LEGAL = Pattern.compile("[a-z][a-z0-9-]*");

    /** The names of the files in a folder; empty for the topmost one. */
    List<String> files(String folder) throws IOException;

    /** The bytes of a file, at most one more than it may have; empty if there is no such file. */
    Optional<byte[]> read(String file) throws IOException;

    /** How messages name a file. */
    String place(String file);

    static Shelf shipped() {
        return new Shipped();
    }

    static Shelf of(Path directory) {
        return new Directory(directory);
    }

    /** Of the YAML files of a folder, such as {@code policies/}, sorted. */
    default List<String> names(String folder) {
        try {
            return files(folder).stream()
                    .filter(file -> file.endsWith(ENDING))
                    .map(file -> file.substring(0, file.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw Fault.environment("cannot list " + place(folder) + ": " + Fault.reason(e), e);
        }
    }

    /** A name is never a path: only a legal one is looked up. */
    default Optional<Document> find(String folder, String name) {
        String file = folder + name + ENDING;
        try {
            Optional<byte[]> text = LEGAL.matcher(name).matches() ? read(file) : Optional.empty();
            return text.map(bytes -> DocumentParser.file(place(file), bytes));
        } catch (IOException e) {
            throw Fault.environment("cannot read " + place(file) + ": " + Fault.reason(e), e);
        }
    }

    /** The file of that name, or a fault that names those that are there. */
    default Document document(String what, String folder, String name) {
        return find(folder, name).orElseThrow(() -> {
            List<String> names = names(folder);
            return Fault.notFound(Nearest.unknown(what + " `" + name + "`", name, names) + "; there are: "
                    + String.join(", ", names));
        });
    }

    /** Files on the class path; as a jar has no folders to list, {@code index.txt} names them. */
    final class Shipped implements Shelf {

        private static final String ROOT = "/jobs/";

        private Shipped() {}

        @Override
        public List<String> files(String folder) throws IOException {
            byte[] index = read(folder + "index.txt").orElse(new byte[0]);
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
            Path path = jobs.resolve(file);
            if (!Files.isRegularFile(path)) {
                return Optional.empty();
            }
            try (InputStream in = Files.newInputStream(path)) {
                return Optional.of(in.readNBytes(DocumentParser.MOST_BYTES + 1));
            }
        }

        @Override
        public String place(String file) {
            return jobs.resolve(file).toString();
        }
    }
}
