package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.run.StopSignal;
import io.alluse.service.HttpEndpoints;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The service: carries out what is due, night after night. */
@Command(
        name = "serve",
        description = {
            "Runs what is due, as the job definitions say, until it is stopped; catches up what was missed, date by date.",
            "Several of them may serve one database: each date is run once, and when one dies another goes on.",
            "Health and figures are at http://127.0.0.1:8077/actuator/health and /actuator/prometheus.",
            "",
            "Examples:",
            "  alluse serve",
            "  alluse serve --jobs /etc/alluse/jobs --port 9077 --json-logs",
            ""
        },
        footer = {"", "Ctrl-C or SIGTERM ends it after the chunks at hand (exit 8). docs/service.md tells more."})
final class ServeCommand extends Verb {

    private static final int HIGHEST_PORT = 65_535;

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "10s",
            description = "how often it looks whether something is due (default: 10s)")
    @SuppressWarnings("NullAway.Init")
    private String every;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8077",
            description = "where health and figures are, on the loopback address (default: 8077); 0 takes any free one")
    private int port;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NotifyOption notify;

    @Option(names = "--no-http", description = "without health and figures")
    private boolean noHttp;

    @Option(names = "--json-logs", description = "the same as --log-format json")
    void jsonLogs(boolean json) {
        if (json) {
            System.setProperty("ALLUSE_LOG", LogFormat.json.name());
        }
    }

    @Override
    public Integer call() {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Fault.usage("--port " + port + ": expected 0 to " + HIGHEST_PORT);
        }
        if (book().names().isEmpty()) {
            throw Fault.usage(
                    "--jobs " + options().jobs() + " holds no policies, so that every account would be set aside;"
                            + " put those that accounts are under into its directory policies");
        }
        Duration wakes = SweepOptions.parsed("--every", every);
        StopSignal stop = new StopSignal();
        Serving serving =
                new Serving(this, new Serving.Order(definitions().all(), wakes, notify.channels(home())), stop);
        Signals.onFirst(serving::stop);
        if (noHttp) {
            serving.run();
        } else {
            try (HttpEndpoints http = HttpEndpoints.start(port, serving::health, serving.figures())) {
                serving.runAt(http.port());
            }
        }
        return Exit.STOPPED.code();
    }
}
