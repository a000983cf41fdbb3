package io.alluse.notification;

import io.alluse.notification.AttemptRule.Verdict;
import io.alluse.notification.Channel.Way;
import io.alluse.notification.DeliveryStore.Claim;
import io.alluse.run.Owner;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Notes what people are to be told, each thing once whichever process finds it, and tells it to channels: at least once, in the order in
 * which it was noted as long as nothing fails, and tried again until it has arrived.
 */
public final class Notifications {

    /** Of a kind in one look; more are found by the next one. */
    private static final int MOST_FOUND = 100_000;

    /** To one channel in one call: who calls has something else to do. */
    private static final int MOST_TOLD = 200;

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int LONGEST_TEXT = 2_000;
    private static final int PAGE = 500;

    private final Session session;
    private final Runs runs;
    private final NoticeStore notices;
    private final DeliveryStore deliveries;
    private final Carrier carrier;

    /** Lines for standard output go to the writer. */
    public Notifications(Session session, Runs runs, PrintWriter output) {
        this.session = session;
        this.runs = runs;
        this.notices = new NoticeStore(session);
        this.deliveries = new DeliveryStore(session);
        this.carrier = new Carrier(output);
    }

    /**
     * What a call came to.
     *
     * @param failures of channels that could not be told, to be said where a person sees it
     */
    public record Told(int noted, int told, List<String> failures) {

        public Told {
            failures = List.copyOf(failures);
        }
    }

    /** Channels that are new are told what is noted from now on. */
    public void register(List<Channel> channels) {
        session.transaction(() -> {
            notices.lock();
            channels.forEach(deliveries::register);
        });
    }

    /** For the owner, what became of its own runs is final; those of others may be started again within a minute. */
    public Told tell(Owner owner, List<Channel> channels, Instant now) {
        int noted = session.transaction(() -> look(owner, channels, now));
        long end = System.nanoTime() + LONGEST.toNanos();
        List<String> failures = new ArrayList<>();
        int told = 0;
        for (Channel channel : channels) {
            told += tell(channel, now, end, failures);
        }
        return new Told(noted, told, failures);
    }

    /** In the caller's transaction: false where this key has been noted before. It is told by the next {@link #tell}. */
    public boolean note(Notice notice, Instant now) {
        notices.lock();
        return notices.insert(cut(notice), now);
    }

    /** The latest first; without {@code all} only those that a channel has still to be told, or that no channel wants. */
    public void list(boolean all, int most, Consumer<Notification> each) {
        long before = Long.MAX_VALUE;
        for (int left = most; left > 0; ) {
            List<Notification> page = deliveries.page(all, before, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            before = page.getLast().id();
            left -= page.size();
        }
    }

    private int look(Owner owner, List<Channel> channels, Instant now) {
        if (!notices.tryLock()) {
            return 0;
        }
        channels.forEach(deliveries::register);
        int noted = attempts(owner, now);
        noted += noted(Bundle.BREAKS.notices(notices.breaks(MOST_FOUND)), now);
        noted += noted(Bundle.ALERTS.notices(notices.alerts(MOST_FOUND)), now);
        noted += noted(Bundle.DECISIONS.notices(notices.decisions(MOST_FOUND)), now);
        channels.forEach(channel -> deliveries.handOut(channel, now));
        return noted;
    }

    private int attempts(Owner owner, Instant now) {
        int noted = 0;
        for (BadAttempt attempt : notices.attempts(owner.node(), owner.pid())) {
            switch (AttemptRule.decide(attempt, attempt.endedAt() == null && isAbandoned(attempt), now)) {
                case Verdict.Tell(Notice notice) -> {
                    noted += noted(List.of(notice), now);
                    markUnlessOpen(attempt);
                }
                case Verdict.Nothing() -> notices.noted(attempt);
                case Verdict.Later() -> {}
            }
        }
        return noted;
    }

    /** One that is abandoned may still be ended by whoever takes it over, and is told by its key until then. */
    private void markUnlessOpen(BadAttempt attempt) {
        if (attempt.endedAt() != null) {
            notices.noted(attempt);
        }
    }

    private boolean isAbandoned(BadAttempt attempt) {
        Optional<Run> run = attempt.last() ? runs.find(attempt.runId()) : Optional.empty();
        return run.filter(runs::isAbandoned).isPresent();
    }

    private int noted(List<Notice> found, Instant now) {
        return (int) found.stream().filter(notice -> note(notice, now)).count();
    }

    private static Notice cut(Notice notice) {
        String text = notice.text();
        return text.length() <= LONGEST_TEXT
                ? notice
                : new Notice(
                        notice.kind(),
                        notice.key(),
                        text.substring(0, LONGEST_TEXT) + "…",
                        notice.next(),
                        notice.things(),
                        notice.subject(),
                        notice.runId());
    }

    /** A channel that has failed is left alone until the next call. */
    private int tell(Channel channel, Instant now, long end, List<String> failures) {
        int told = 0;
        while (told < MOST_TOLD && System.nanoTime() < end) {
            Optional<Claim> claim = deliveries.claim(channel.name(), now, now.plus(lease(channel)));
            if (claim.isEmpty()) {
                return told;
            }
            Notification one = deliveries.find(claim.get().notification());
            Optional<String> failure = carrier.bring(one, channel.way());
            if (failure.isPresent()) {
                Instant again = now.plus(pause(claim.get().tries()));
                deliveries.failed(one.id(), channel.name(), failure.get(), again);
                failures.add("notification " + one.id() + " could not be told to " + channel.name() + ": "
                        + failure.get() + "; it is tried again from " + again);
                return told;
            }
            deliveries.told(one.id(), channel.name(), now);
            told++;
        }
        return told;
    }

    /** Longer than telling it can take. */
    private static Duration lease(Channel channel) {
        return switch (channel.way()) {
            case Way.ToCommand command -> command.timeout().plus(FIRST_PAUSE);
            case Way.ToFile _, Way.ToOutput _ -> FIRST_PAUSE;
        };
    }

    /** 1, 2, 4 … minutes, at most an hour. */
    static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(tries - 1L, 0, 6));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
