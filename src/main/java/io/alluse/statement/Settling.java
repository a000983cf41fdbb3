package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.alert.AlertKind;
import io.alluse.alert.Alerts;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.ChainHead;
import io.alluse.sql.Session;
import io.alluse.statement.FactsStore.Settlement;
import java.util.List;

/** Settles announcements and makes those of merged accounts, and ends what people were told of overdue ones (docs/rules.md 4.7). */
final class Settling {

    private final FactsStore facts;
    private final Alerts alerts;
    private final BusinessDay date;

    Settling(Session session, BusinessDay date) {
        this.facts = new FactsStore(session);
        this.alerts = new Alerts(session);
        this.date = date;
    }

    /** In the caller's transaction, which holds the posting lock. */
    void settle(List<Settlement> settlements) {
        facts.settle(settlements);
        alerts.clear(
                AlertKind.ANNOUNCEMENT_OVERDUE,
                settlements.stream()
                        .map(Settlement::announced)
                        .map(one -> new Alerts.Gone(one.account(), one.key()))
                        .toList(),
                date);
    }

    /** What an account has received for one that was merged into it is announced to the broker of that one. */
    void announce(ChainHead merged, AccountId target, List<Announcement> received) {
        facts.announce(merged, target, received);
    }
}
