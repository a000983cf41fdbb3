package io.alluse.vault;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;

/** A file with one vault key as base64 on one line, readable by its owner and nobody else. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    private static final int MOST_BYTES = 1024;

    private KeyFile() {}

    static Kek read(Path file) {
        try {
            refuseReadableByOthers(file);
            try (InputStream in = Files.newInputStream(file)) {
                return parse(in.readNBytes(MOST_BYTES), "the vault key file " + file);
            }
        } catch (NoSuchFileException e) {
            throw Fault.environment("no vault key file " + file + "; make one: alluse vault keygen --out " + file);
        } catch (IOException e) {
            throw Fault.environment("the vault key file " + file + " cannot be read: " + Fault.reason(e), e);
        } catch (UnsupportedOperationException e) {
            throw Fault.environment("the vault key file " + file
                    + " is on a file system without owners, so nothing shows who may read it; keep it elsewhere");
        }
    }

    private static void refuseReadableByOthers(Path file) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        if (!OWNER.containsAll(mode)) {
            throw Fault.of(
                    Exit.NOT_ALLOWED,
                    "the vault key file " + file + " is open to others than its owner ("
                            + PosixFilePermissions.toString(mode) + "); run: chmod 600 " + file);
        }
    }

    /** Wipes the text. The message says what is wrong, never what was there. */
    static Kek parse(byte[] text, String where) {
        byte[] key = {};
        try {
            key = decoded(text);
            return Kek.of(key);
        } catch (IllegalArgumentException _) {
            throw Fault.environment(where + " is not a vault key (32 bytes as base64 on one line; not shown here);"
                    + " make one: alluse vault keygen --out FILE");
        } finally {
            Arrays.fill(text, (byte) 0);
            Arrays.fill(key, (byte) 0);
        }
    }

    private static byte[] decoded(byte[] text) {
        int end = text.length;
        while (end > 0 && (text[end - 1] == '\n' || text[end - 1] == '\r' || text[end - 1] == ' ')) {
            end--;
        }
        byte[] line = Arrays.copyOf(text, end);
        try {
            return Base64.getDecoder().decode(line);
        } finally {
            Arrays.fill(line, (byte) 0);
        }
    }

    /** Writes a new random key; an existing file stays as it is, since whatever it sealed would be lost with it. */
    static Kek create(Path file) {
        FileAttribute<Set<PosixFilePermission>> owner = PosixFilePermissions.asFileAttribute(OWNER);
        Set<StandardOpenOption> onlyNew = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        byte[] key = Gcm.newKey();
        byte[] text = Base64.getEncoder().encode(key);
        try (FileChannel out = FileChannel.open(file, onlyNew, owner)) {
            writeAll(out, ByteBuffer.wrap(text));
            writeAll(out, StandardCharsets.US_ASCII.encode("\n"));
            out.force(true);
            keepName(file);
            return Kek.of(key);
        } catch (FileAlreadyExistsException e) {
            throw Fault.conflict("there is already a file " + file
                    + "; a vault key is never overwritten, what it sealed would be lost: name another file");
        } catch (IOException e) {
            throw Fault.environment("the vault key file " + file + " cannot be written: " + Fault.reason(e), e);
        } finally {
            Arrays.fill(key, (byte) 0);
            Arrays.fill(text, (byte) 0);
        }
    }

    /** What is sealed with the key may be committed a moment later: a power failure must not leave it without its file. */
    private static void keepName(Path file) throws IOException {
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            directory.force(true);
        }
    }

    private static void writeAll(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}
