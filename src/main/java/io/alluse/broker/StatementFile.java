package io.alluse.broker;

import io.alluse.fault.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file as someone handed it in, opened with the care that calls for. */
final class StatementFile {

    private StatementFile() {}

    static DecodedText open(Path path) throws IOException {
        mustBeAFile(path);
        InputStream in = new BufferedInputStream(Files.newInputStream(path), NotCsv.PEEKED);
        try {
            return new DecodedText(in, charset(head(path, in)));
        } catch (IOException | Fault e) {
            in.close();
            throw e;
        }
    }

    private static void mustBeAFile(Path path) {
        if (Files.notExists(path)) {
            throw Fault.notFound(path + ": no such file; give the path of a broker's CSV export");
        }
        if (Files.isDirectory(path)) {
            throw Fault.usage(path + ": is a directory; name the files in it");
        }
        if (!Files.isRegularFile(path)) {
            throw Fault.usage(path + ": is not a file");
        }
    }

    private static byte[] head(Path path, InputStream in) throws IOException {
        in.mark(NotCsv.PEEKED);
        byte[] head = in.readNBytes(NotCsv.PEEKED);
        in.reset();
        if (head.length == 0) {
            throw Fault.usage(path + ": is empty; export the statement again");
        }
        NotCsv.of(head).ifPresent(kind -> {
            throw Fault.usage(path + ": is " + kind.text());
        });
        return head;
    }

    /** UTF-8 unless a mark says otherwise. */
    private static Charset charset(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }
}
