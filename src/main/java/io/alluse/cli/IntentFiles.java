package io.alluse.cli;

import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.intent.IntentExport;
import io.alluse.intent.IntentManifest;
import io.alluse.sql.Session;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The files of order intents, as verbs write them. */
final class IntentFiles {

    private IntentFiles() {}

    static Path folder(Verb verb, BusinessDay date, @Nullable Path out) {
        return out == null ? verb.home().resolve("intents").resolve(date.toString()) : out;
    }

    static IntentManifest write(Session session, BusinessDay date, Path folder) {
        return new IntentExport(session).write(date.date(), folder);
    }

    /** What a run has made, at its end. */
    static void write(Verb verb, BusinessDay date, @Nullable Path out) {
        Path folder = folder(verb, date, out);
        try (Database database = verb.database()) {
            IntentManifest manifest = write(Session.of(database.program()), date, folder);
            if (!verb.options().quiet()) {
                verb.note(told(manifest, folder));
            }
        }
    }

    static String told(IntentManifest manifest, Path folder) {
        return manifest.intents() + " order intents in " + manifest.files()
                + (manifest.files() == 1 ? " file in " : " files in ") + folder;
    }
}
