package io.alluse.cli;

import io.alluse.fault.Fault;
import io.alluse.notification.Channel;
import io.alluse.notification.Notice;
import io.alluse.notification.Notifications;
import io.alluse.run.Owner;
import io.alluse.service.Dispatcher;
import io.alluse.service.Due;
import io.alluse.service.DueState;
import io.alluse.service.Figures;
import io.alluse.service.Launcher;
import io.alluse.sql.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people hear of a service: its figures, and what it notes for the channels, which are told while it works. */
final class ServiceMessages implements Dispatcher.Listener {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceMessages.class);

    private final Figures figures;
    private final Session session;
    private final Notifications notifications;
    private final List<Channel> channels;
    private final Owner owner;
    private final InstantSource clock;

    /** On the transactions of this session. */
    ServiceMessages(Figures figures, Session session, Told told, InstantSource clock) {
        this.figures = figures;
        this.session = session;
        this.notifications = told.notifications();
        this.channels = told.channels();
        this.owner = told.owner();
        this.clock = clock;
    }

    /** How and to whom, in whose name. */
    record Told(Notifications notifications, List<Channel> channels, Owner owner) {}

    /** Of a run that has failed its attempts tell; what never became one is told here. */
    @Override
    public void ended(Due due, Launcher.Ended ended, DueState state, Duration took) {
        figures.ended(due, ended, state, took);
        if (state == DueState.FAILED && ended.run() == null) {
            Notice notice = Notice.notCarriedOut(due.name(), date(due), due.claims(), ended.words(), release(due));
            session.transaction(() -> notifications.note(notice, clock.instant()));
        }
    }

    /** In the dispatcher's transaction. */
    @Override
    public void late(Due due) {
        figures.late(due);
        String text = due + " has missed its deadline: it was due at " + due.at() + " and is " + due.state();
        notifications.note(
                Notice.deadlineMissed(due.name(), date(due), text, "alluse job status --due"), clock.instant());
    }

    private static String date(Due due) {
        return due.key().date().toString();
    }

    private static String release(Due due) {
        return "alluse job release " + due.name() + " --date " + date(due) + " --reason \"…\"";
    }

    /** Nothing that a service does depends on who hears of it. */
    void tell() {
        if (channels.isEmpty()) {
            return;
        }
        try {
            notifications.tell(owner, channels, clock.instant()).failures().forEach(LOG::warn);
        } catch (RuntimeException e) {
            LOG.warn("nobody could be notified: {}; it is tried again", Fault.reason(e));
        }
    }
}
