package io.alluse.sweep;

import io.alluse.account.AccountState;
import io.alluse.ledger.Announcement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event comes to besides its movements: a change of state, what is announced with it, and rows that the job keeps beside it.
 */
public record Effects(@Nullable AccountState state, List<Announcement> announcements, List<? extends Beside> beside) {

    public static final Effects NONE = new Effects(null, List.of(), List.of());

    public Effects {
        announcements = List.copyOf(announcements);
        beside = List.copyOf(beside);
    }

    public static Effects beside(List<? extends Beside> rows) {
        return new Effects(null, List.of(), rows);
    }
}
