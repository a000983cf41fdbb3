package io.alluse.statement;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a file is known by, whatever its name: the SHA-256 of its bytes. */
final class FileDigest {

    private static final int BUFFER = 1 << 16;
    private static final int BEGINNING = 16;

    private FileDigest() {}

    static String of(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw Fault.usage(file + ": cannot be read: " + Fault.reason(e), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Enough to tell files apart, short enough to be read. */
    static String beginning(String digest) {
        return digest.substring(0, BEGINNING);
    }
}
