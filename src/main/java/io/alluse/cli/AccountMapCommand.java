package io.alluse.cli;

import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.lifecycle.BrokerageMapping;
import io.alluse.lifecycle.BrokerageMapping.Mapped;
import io.alluse.lifecycle.MappingRefused;
import io.alluse.lifecycle.MappingReport;
import io.alluse.text.Json;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which brokerage accounts serve ours: requested, opened, confirmed, released. */
@Command(
        name = "map",
        description = {
            "Says what the broker calls the account that serves an account of ours; confirming makes SAFE accounts ACTIVE.",
            "",
            "Examples:",
            "  alluse account map --requests --out requests.csv",
            "  alluse account map --file requests.csv",
            "  alluse account map A-000042-GEN --reference U1234567",
            "  alluse account map A-000042-GEN --release --reason \"closed by the broker\"",
            ""
        },
        footer = {
            "",
            "Under mapping per-main the code is that of the main account. A reference names an account, it is never a",
            "secret. Exit 3 where some rows were refused, 6 where nothing was new. See docs/brokerage-integration.md."
        })
final class AccountMapCommand extends ActVerb {

    @Parameters(
            arity = "0..1",
            paramLabel = "CODE",
            converter = Code.class,
            description = "the account, or the main account under per-main")
    @Nullable
    private String code;

    @Option(names = "--reference", paramLabel = "REF", description = "what the broker calls it")
    @Nullable
    private String reference;

    @Option(names = "--state", paramLabel = "STATE", description = "opened or confirmed (default: confirmed)")
    @Nullable
    private String state;

    @Option(names = "--file", paramLabel = "CSV", description = "many at once: columns code,reference[,state]")
    @Nullable
    private Path file;

    @Option(names = "--all-or-nothing", description = "with --file: nothing is written if a row is refused")
    private boolean allOrNothing;

    @Option(names = "--requests", description = "export the requests that are open, for --file to take back")
    private boolean requests;

    @Option(names = "--out", paramLabel = "FILE", description = "with --requests: where to (default: standard output)")
    @Nullable
    private Path out;

    @Option(names = "--force", description = "with --out: replace the file")
    private boolean force;

    @Option(names = "--release", description = "let the brokerage account of a closed account go")
    private boolean release;

    @Option(names = "--reason", paramLabel = "TEXT", description = "why; required to release")
    @Nullable
    private String reason;

    @Option(
            names = {"-n", "--dry-run"},
            description = "say what would change and change nothing")
    private boolean dryRun;

    @Override
    boolean isRehearsal() {
        return dryRun;
    }

    @Override
    public Integer call() {
        if (Stream.of(reference != null, file != null, requests, release)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw Fault.usage("account map takes one of CODE --reference REF, CODE --release, --file CSV, --requests");
        }
        if ((reference != null || release) != (code != null)) {
            throw Fault.usage(
                    code == null
                            ? "account map: CODE is missing, such as A-000042-GEN"
                            : "account map: CODE goes with --reference or --release, found " + code);
        }
        try (Database database = database()) {
            Tools tools = tools(database);
            BrokerageMapping mapping = new BrokerageMapping(tools.session(), book(), tools.audit());
            if (requests) {
                return export(mapping);
            }
            return file == null ? one(mapping, String.valueOf(code)) : many(mapping, file);
        }
    }

    private int one(BrokerageMapping mapping, String account) {
        Mapped mapped = reference == null
                ? mapping.release(account, releasing(), dryRun)
                : mapping.map(account, reference(reference), state(), mappingAct(), dryRun);
        if (options().json()) {
            out().println(Json.object()
                    .put("schema", "alluse.account-map/1")
                    .put("code", mapped.code())
                    .put("reference", reference)
                    .put("state", mapped.state())
                    .put("activated", mapped.activated())
                    .put("dryRun", dryRun));
        } else if (options().quiet()) {
            out().println(mapped.code());
        } else {
            out().println(mapped.code() + " " + mapped.state()
                    + (reference == null ? "" : " as " + reference)
                    + (mapped.activated() == 0 ? "" : ", " + mapped.activated() + " account(s) ACTIVE")
                    + (dryRun ? " (dry run)" : ""));
        }
        if (!dryRun) {
            next("alluse account show " + account);
        }
        return Exit.OK.code();
    }

    private static BrokerageReference reference(String text) {
        try {
            return new BrokerageReference(text);
        } catch (IllegalArgumentException e) {
            throw Fault.usage("--reference: " + Fault.reason(e));
        }
    }

    private Brokerage state() {
        Brokerage[] known = {Brokerage.OPENED, Brokerage.CONFIRMED};
        return state == null ? Brokerage.CONFIRMED : Choice.of("--state", state, known, Brokerage::word);
    }

    private Act releasing() {
        if (reason == null) {
            throw Fault.usage("account map --release asks for --reason TEXT");
        }
        return act(reason);
    }

    private Act mappingAct() {
        return act(reason == null ? "brokerage account mapped" : reason);
    }

    private int many(BrokerageMapping mapping, Path csv) {
        MappingReport report;
        try {
            report = mapping.mapFile(csv, mappingAct(), allOrNothing, dryRun);
        } catch (MappingRefused refused) {
            refused.problems().forEach(problem -> err().println(problem.in(csv.toString())));
            throw Fault.usage(Fault.reason(refused));
        }
        report.problems().forEach(problem -> err().println(problem.in(csv.toString())));
        answer(report, csv);
        if (report.refused() > 0) {
            return Exit.SET_ASIDE.code();
        }
        return (report.mapped() > 0 ? Exit.OK : Exit.CONFLICT).code();
    }

    private void answer(MappingReport report, Path csv) {
        if (options().json()) {
            out().println(Json.object()
                    .put("schema", "alluse.account-map-file/1")
                    .put("file", csv)
                    .put("rows", report.rows())
                    .put("mapped", report.mapped())
                    .put("already", report.already())
                    .put("open", report.open())
                    .put("refused", report.refused())
                    .put("activated", report.activated())
                    .put("dryRun", dryRun));
            return;
        }
        out().println(
                        "%s: %d rows = %d mapped + %d already there + %d without a reference + %d refused; %d accounts ACTIVE%s"
                                .formatted(
                                        csv,
                                        report.rows(),
                                        report.mapped(),
                                        report.already(),
                                        report.open(),
                                        report.refused(),
                                        report.activated(),
                                        dryRun ? " (dry run)" : ""));
        if (report.mapped() == 0 && report.refused() == 0) {
            note("nothing in " + csv + " is new; nothing was changed");
        } else if (!dryRun) {
            next("alluse account map --requests, for what is still open");
        }
    }

    private int export(BrokerageMapping mapping) {
        if (out == null || out.toString().equals("-")) {
            mapping.writeRequests(out());
            out().flush();
            return Exit.OK.code();
        }
        AtomicLong rows = new AtomicLong();
        OutputFile.write(out, force, writer -> rows.set(mapping.writeRequests(writer)));
        if (options().json()) {
            out().println(Json.object().put("file", out).put("requests", rows));
        } else {
            out().println(options().quiet() ? out.toString() : rows + " open requests in " + out);
        }
        next("fill in the column reference, then: alluse account map --file " + out);
        return Exit.OK.code();
    }
}
