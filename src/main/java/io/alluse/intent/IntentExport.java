package io.alluse.intent;

import io.alluse.account.AccountId;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The order intents of a date as files for whoever places them: one per brokerage account, and a manifest (docs/rules.md 5.6). Streams:
 * needs no more memory for a million accounts than for one.
 */
public final class IntentExport {

    private final Session session;
    private final ExportStore store;

    public IntentExport(Session session) {
        this.session = session;
        this.store = new ExportStore(session);
    }

    /** Into this folder; what was written there before for the same date is brought up to date. */
    public IntentManifest write(LocalDate date, Path folder) {
        try (IntentFolder files = IntentFolder.open(folder, date)) {
            IntentManifest manifest = new IntentManifest(date);
            Writing writing = new Writing(files, manifest);
            session.snapshot(() -> {
                for (int partition = 0; partition < AccountId.PARTITIONS; partition++) {
                    store.each(partition, date, writing::add);
                }
                return manifest;
            });
            writing.endFile();
            files.finish(manifest);
            return manifest;
        } catch (IOException | UncheckedIOException e) {
            throw Fault.environment(
                    folder + ": the files of order intents cannot be written: " + Fault.reason(e)
                            + "; then give `alluse intent export --date " + date + "`",
                    e);
        }
    }

    /** Line after line; where the brokerage account changes, a file is done. */
    private static final class Writing {

        private final IntentFolder files;
        private final IntentManifest manifest;
        private final IntentCsv csv = new IntentCsv();
        private @Nullable ExportedIntent last;

        Writing(IntentFolder files, IntentManifest manifest) {
            this.files = files;
            this.manifest = manifest;
        }

        void add(ExportedIntent intent) {
            if (last == null || !last.brokerage().equals(intent.brokerage())) {
                endFile();
                csv.begin();
            }
            csv.add(intent);
            manifest.add(intent);
            last = intent;
        }

        void endFile() {
            if (last == null) {
                return;
            }
            try {
                files.write(last.main(), last.brokerage(), csv.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            manifest.addFile();
        }
    }
}
