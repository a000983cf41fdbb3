package io.alluse.intent;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/**
 * Writes the files of a date into a folder. Each appears whole; the manifest goes first and comes back last, so that a folder with a
 * manifest is complete. What is there already with the same bytes is left alone.
 */
final class IntentFolder implements AutoCloseable {

    private static final String MANIFEST = "manifest.json";
    private static final String SUMS = "SHA256SUMS";
    private static final String UNFINISHED = ".part";

    /** Main accounts per folder: their files are found by hand, too. */
    private static final int DIGITS_PER_FOLDER = 3;

    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final OutputStream sums;
    private final MessageDigest all = sha256();
    private final MessageDigest one = sha256();
    private final Set<String> made = new HashSet<>();
    private String lastFolder = "";

    private IntentFolder(Path folder, OutputStream sums) {
        this.folder = folder;
        this.sums = sums;
    }

    /** One that holds the files of another date is refused. */
    static IntentFolder open(Path folder, LocalDate date) throws IOException {
        Path manifest = folder.resolve(MANIFEST);
        if (Files.exists(manifest)
                && !Files.readString(manifest, StandardCharsets.UTF_8).contains("\"date\":\"" + date + "\"")) {
            throw Fault.conflict(folder + " holds the files of another date; choose another folder");
        }
        Files.createDirectories(folder);
        Files.deleteIfExists(manifest);
        return new IntentFolder(
                folder, new java.io.BufferedOutputStream(Files.newOutputStream(folder.resolve(SUMS + UNFINISHED))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file of a brokerage account of this main account. */
    void write(String main, String brokerage, byte[] content) throws IOException {
        String under = main.substring(0, Math.max(1, main.length() - DIGITS_PER_FOLDER));
        String name = under + "/" + brokerage + ".csv";
        if (!under.equals(lastFolder)) {
            lastFolder = under;
            if (Files.notExists(folder.resolve(under))) {
                Files.createDirectory(folder.resolve(under));
                made.add(under);
            }
        }
        all.update(content);
        sums.write((HEX.formatHex(one.digest(content)) + "  " + name + "\n").getBytes(StandardCharsets.UTF_8));
        if (made.contains(under)) {
            replace(folder.resolve(name), content);
        } else {
            put(folder.resolve(name), content);
        }
    }

    private static void put(Path file, byte[] content) throws IOException {
        if (!isThere(file, content)) {
            replace(file, content);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        Files.write(unfinished, content);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isThere(Path file, byte[] content) throws IOException {
        return Files.exists(file)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** All files are there. */
    void finish(IntentManifest manifest) throws IOException {
        sums.close();
        Files.move(
                folder.resolve(SUMS + UNFINISHED),
                folder.resolve(SUMS),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        manifest.end(HEX.formatHex(all.digest()));
        put(folder.resolve(MANIFEST), (manifest.json() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        sums.close();
        Files.deleteIfExists(folder.resolve(SUMS + UNFINISHED));
    }
}
