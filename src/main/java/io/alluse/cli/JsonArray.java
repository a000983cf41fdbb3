package io.alluse.cli;

import io.alluse.text.Json;
import java.io.BufferedWriter;
import java.io.PrintWriter;

/** A JSON array that is written while its elements are still being read; one that broke off has no end and cannot be taken for whole. */
final class JsonArray {

    private final PrintWriter console;
    private final PrintWriter out;
    private long written;
    private String before = "[\n";

    JsonArray(PrintWriter out) {
        this.console = out;
        // not the console's own writer, which flushes line by line
        this.out = new PrintWriter(new BufferedWriter(out, 1 << 16), false);
    }

    void add(Json element) {
        out.print(before);
        out.print(element);
        before = ",\n";
        NobodyReads.check(console, ++written);
    }

    void end() {
        out.println(before.startsWith("[") ? "[]" : "\n]");
        out.flush();
    }
}
