package io.alluse.cli;

import io.alluse.audit.AuditContext;
import io.alluse.database.Database;
import io.alluse.fault.Fault;
import io.alluse.notification.Channel;
import io.alluse.notification.Notifications;
import io.alluse.notification.Notifications.Told;
import io.alluse.run.Owner;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

/** Tells people what they should know, at the end of a command. */
final class Telling {

    private final Verb verb;
    private final List<Channel> channels;

    /** Reads who is to be told, so that a mistake there is told before anything is done. */
    private Telling(Verb verb, NotifyOption option) {
        this.verb = verb;
        this.channels = option.channels(verb.home());
    }

    /** Carries out what a command is for, and tells people afterwards; for a service, the service does. */
    static int after(Verb verb, NotifyOption option, IntSupplier work) {
        if (verb.hosting().isPresent()) {
            return work.getAsInt();
        }
        Telling telling = new Telling(verb, option);
        int exit = work.getAsInt();
        if (!telling.channels.isEmpty()) {
            telling.afterRun();
        }
        return exit;
    }

    /** For commands that do nothing else. */
    static Telling required(Verb verb, NotifyOption option) {
        Telling telling = new Telling(verb, option);
        if (telling.channels.isEmpty()) {
            throw Fault.usage("nobody is to be told: there is no " + verb.home().resolve("notifications.yaml")
                    + "; write it, or name another file with --notify (see docs/notifications.md)");
        }
        return telling;
    }

    static Notifications notifications(Verb verb, Database database) {
        Session session = Session.of(database.program());
        // an answer that a program reads, or that is to be short, stays as it is
        PrintWriter output = verb.options().json() || verb.options().quiet() ? verb.err() : verb.out();
        return new Notifications(session, new Runs(session, database.program(), verb.clock()), output);
    }

    /** New channels are told what is noted from now on. */
    void register(Database database) {
        notifications(verb, database).register(channels);
    }

    String names() {
        return channels.stream().map(Channel::name).collect(Collectors.joining(", "));
    }

    Told now() {
        try (Database database = verb.database()) {
            AuditContext who = verb.auditContext();
            Owner owner = new Owner(who.node(), ProcessHandle.current().pid(), who.osUser());
            Told told = notifications(verb, database)
                    .tell(owner, channels, verb.clock().instant());
            told.failures().forEach(verb::note);
            return told;
        }
    }

    /** After a run, whose outcome does not depend on who hears of it. */
    private void afterRun() {
        try {
            now();
        } catch (RuntimeException e) {
            verb.note("nobody could be notified: " + Fault.reason(e) + "; `alluse notification tell` tries it again");
        }
    }
}
