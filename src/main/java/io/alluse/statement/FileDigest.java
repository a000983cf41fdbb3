package io.alluse.statement;

import io.alluse.fault.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a file is known by, whatever its name: the SHA-256 of its bytes, and of the account if it was said whose lines they are. */
final class FileDigest {

    private static final int BUFFER = 1 << 16;
    private static final int BEGINNING = 16;

    private FileDigest() {}

    static String of(Path file) {
        return of(file, null);
    }

    /** Accounts that trade in step have files of equal bytes; what each of them is told is an import of its own. */
    static String of(Path file, @Nullable Long brokerage) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            if (brokerage != null) {
                digest.update(("\n" + brokerage).getBytes(StandardCharsets.UTF_8));
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
