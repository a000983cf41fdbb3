package io.alluse.broker;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;

/** Looks for words in a file without reading it as a table, which takes many times as long. */
final class Words {

    private static final int BLOCK = 1 << 16;

    private Words() {}

    /** Whether one of them stands anywhere in the text. */
    static boolean stand(Path path, Set<String> words) {
        int overlap = words.stream().mapToInt(String::length).max().orElse(1) - 1;
        char[] block = new char[BLOCK + overlap];
        try (Reader text = StatementFile.open(path)) {
            int kept = 0;
            for (int read = text.read(block, 0, BLOCK); read >= 0; read = text.read(block, kept, BLOCK)) {
                String piece = new String(block, 0, kept + read);
                if (words.stream().anyMatch(piece::contains)) {
                    return true;
                }
                int end = kept + read;
                kept = Math.min(overlap, end);
                System.arraycopy(block, end - kept, block, 0, kept);
            }
            return false;
        } catch (IOException e) {
            throw Rows.fault(path, e);
        }
    }
}
