package io.alluse.cli;

import io.alluse.broker.BrokerFormat;
import io.alluse.broker.BrokerFormats;
import io.alluse.fault.Exit;
import io.alluse.text.Json;
import picocli.CommandLine.Command;

/** Which files of which brokers can be read. */
@Command(
        name = "formats",
        description = {
            "Lists the formats of brokers' files and their columns.",
            "",
            "A file is recognised by what stands in it. An experimental format is known from parts of files only and",
            "has to be named by --format to be used. Columns in brackets may be missing; after a bar stand other",
            "spellings; [*] lets any other column stand there, too.",
            "",
            "Examples:",
            "  alluse statement formats",
            "  alluse statement formats --quiet",
            ""
        })
final class StatementFormatsCommand extends Verb {

    @Override
    public Integer call() {
        if (options().json()) {
            out().println(Json.text(BrokerFormats.all().stream()
                    .map(StatementFormatsCommand::json)
                    .toList()));
        } else if (options().quiet()) {
            BrokerFormats.all().forEach(format -> out().println(format.name()));
        } else {
            BrokerFormats.all().forEach(this::print);
        }
        out().flush();
        return Exit.OK.code();
    }

    private void print(BrokerFormat format) {
        out().println(format.name() + "  " + format.broker() + (format.experimental() ? "  experimental" : ""));
        format.columns().forEach(columns -> out().println("    " + columns));
    }

    private static Json json(BrokerFormat format) {
        return Json.object()
                .put("format", format.name())
                .put("broker", format.broker())
                .put("experimental", format.experimental())
                .put("columns", format.columns());
    }
}
