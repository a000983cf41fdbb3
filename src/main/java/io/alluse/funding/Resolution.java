package io.alluse.funding;

import io.alluse.ledger.Announcement;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;

/** What becomes of money in SUSPENSE, with what it means in a sentence. */
record Resolution(
        LocalDate effective,
        Money baseChange,
        List<Movement> movements,
        List<Announcement> announcements,
        String meaning) {

    Resolution {
        movements = List.copyOf(movements);
        announcements = List.copyOf(announcements);
    }
}
