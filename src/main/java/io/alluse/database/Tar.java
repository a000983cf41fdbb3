package io.alluse.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;

/** Unpacks a plain tar archive of directories, files and links, and trusts nothing in it. */
final class Tar {

    private static final int BLOCK = 512;
    private static final long MAX_BYTES = 1L << 30;
    private static final int MAX_ENTRIES = 20_000;

    private final InputStream in;
    private final Path target;
    private long bytesLeft = MAX_BYTES;

    private Tar(InputStream in, Path target) {
        this.in = in;
        this.target = target;
    }

    static void unpack(InputStream in, Path target) throws IOException {
        new Tar(in, target).unpack();
    }

    private void unpack() throws IOException {
        byte[] header = in.readNBytes(BLOCK);
        for (int entries = 0; !isEnd(header); entries++) {
            if (entries == MAX_ENTRIES) {
                throw new IOException("more than " + MAX_ENTRIES + " entries in the archive");
            }
            entry(header);
            header = in.readNBytes(BLOCK);
        }
    }

    /** An archive ends with an empty block; a stream that stops before it was cut. */
    private static boolean isEnd(byte[] header) throws IOException {
        if (header.length < BLOCK) {
            throw new IOException("the archive is cut off");
        }
        return Arrays.equals(header, new byte[BLOCK]);
    }

    private void entry(byte[] header) throws IOException {
        checkSum(header);
        Path path = inside(target, name(header));
        switch (header[156]) {
            case '5' -> Files.createDirectories(path);
            case '2' -> link(path, text(header, 157, 100));
            case '0', 0 -> file(path, number(header, 124, 12), number(header, 100, 8));
            default -> throw new IOException("an entry of unknown kind in the archive: " + name(header));
        }
    }

    private void file(Path path, long size, long mode) throws IOException {
        bytesLeft -= size;
        if (size < 0 || bytesLeft < 0) {
            throw new IOException("more than " + MAX_BYTES + " bytes in the archive");
        }
        Files.createDirectories(path.getParent());
        try (var out = Files.newOutputStream(path)) {
            for (long left = size; left > 0; ) {
                byte[] part = in.readNBytes((int) Math.min(left, 1 << 16));
                if (part.length == 0) {
                    throw new IOException("the archive is cut off in " + path.getFileName());
                }
                out.write(part);
                left -= part.length;
            }
        }
        in.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        boolean executable = (mode & 0100) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
    }

    private void link(Path path, String to) throws IOException {
        inside(target, target.relativize(path.resolveSibling(to)).toString());
        Files.createDirectories(path.getParent());
        Files.createSymbolicLink(path, Path.of(to));
    }

    private static Path inside(Path target, String name) throws IOException {
        Path path = target.resolve(name).normalize();
        if (name.isEmpty() || Path.of(name).isAbsolute() || !path.startsWith(target)) {
            throw new IOException("an entry of the archive leads out of it: " + name);
        }
        return path;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from, StandardCharsets.UTF_8);
    }

    private static long number(byte[] header, int from, int length) throws IOException {
        String octal = text(header, from, length).strip();
        try {
            return octal.isEmpty() ? 0 : Long.parseLong(octal, 8);
        } catch (NumberFormatException e) {
            throw new IOException("a broken header in the archive: " + octal, e);
        }
    }

    /** The sum of all header bytes, its own field counted as blanks. */
    private static void checkSum(byte[] header) throws IOException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= 148 && i < 156 ? ' ' : header[i] & 0xff;
        }
        if (sum != number(header, 148, 8)) {
            throw new IOException("a broken header in the archive: wrong check sum");
        }
    }
}
