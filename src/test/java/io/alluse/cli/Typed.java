package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.database.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** What a person types, in this process, and what the program answers. */
final class Typed {

    private final @Nullable Supplier<Database> opened;
    private volatile StringWriter out = new StringWriter();
    private volatile StringWriter err = new StringWriter();

    Typed() {
        this(null);
    }

    private Typed(@Nullable Supplier<Database> opened) {
        this.opened = opened;
    }

    /** Whatever the words say, on this database. */
    static Typed on(CapitalizedDatabase database) {
        return on(database.test());
    }

    static Typed on(TestDatabase database) {
        return new Typed(database::opened);
    }

    int run(String words) {
        CommandLine line = Main.commandLine();
        if (opened != null) {
            Verb.workOn(line, opened);
        }
        return run(line, words.split(" "));
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
