package io.alluse.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** What a person types, in this process, and what the program answers. */
final class Typed {

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    int run(String words) {
        return run(Main.commandLine(), words.split(" "));
    }

    int run(CommandLine line, String... words) {
        out = new StringWriter();
        err = new StringWriter();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }

    /** Of the last command. */
    String out() {
        return out.toString();
    }

    String err() {
        return err.toString();
    }
}
