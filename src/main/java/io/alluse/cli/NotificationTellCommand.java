package io.alluse.cli;

import io.alluse.fault.Exit;
import io.alluse.notification.Notifications.Told;
import io.alluse.text.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Looks for what is to be told, and tells it now. */
@Command(
        name = "tell",
        description = {
            "Looks for what people are to be told and tells it, as every command does at the end of a run. Exit 1 where a",
            "channel could not be told; it is tried again by the next one.",
            "",
            "Examples:",
            "  alluse notification tell",
            "  alluse notification tell --notify /etc/alluse/notifications.yaml --json",
            ""
        })
final class NotificationTellCommand extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private NotifyOption notify;

    @Override
    public Integer call() {
        Told told = Telling.required(this, notify).now();
        if (options().json()) {
            out().println(Json.object()
                    .put("noted", told.noted())
                    .put("told", told.told())
                    .put("failures", told.failures()));
        } else if (!options().quiet()) {
            out().println(told.noted() + " new, " + told.told() + " told");
        }
        return (told.failures().isEmpty() ? Exit.OK : Exit.FAILED).code();
    }
}
