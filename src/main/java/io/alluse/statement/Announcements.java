package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.account.PoliciesInForce;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** What we have posted and brokers are still to do (docs/rules.md 4.1 and 4.2). */
public final class Announcements {

    private static final int PAGE = 1_000;

    private final AnnouncementStore store;
    private final PoliciesInForce policies;

    public Announcements(Session session, PolicyBook book) {
        this.store = new AnnouncementStore(session);
        this.policies = new PoliciesInForce(session, book);
    }

    /** All that are open, or only those that are overdue on a date, by account, at most so many. */
    public void list(LocalDate on, boolean overdue, int most, Consumer<Announced> each) {
        OpenAnnouncement last = null;
        for (int left = most; left > 0; ) {
            List<OpenAnnouncement> page = store.page(last, PAGE);
            if (page.isEmpty()) {
                return;
            }
            List<Announced> wanted = announced(page, on).stream()
                    .filter(one -> !overdue || one.isOverdueOn(on))
                    .limit(left)
                    .toList();
            wanted.forEach(each);
            left -= wanted.size();
            last = page.getLast();
        }
    }

    /** Each as long as the policy in force on the date says. */
    private List<Announced> announced(List<OpenAnnouncement> page, LocalDate on) {
        List<AccountId> accounts =
                page.stream().map(OpenAnnouncement::account).distinct().toList();
        Map<AccountId, Policy> inForce = policies.ofPage(accounts, on);
        return page.stream()
                .map(open -> new Announced(
                        open,
                        AnnouncementRule.until(
                                open.dated(),
                                Objects.requireNonNull(inForce.get(open.account()))
                                        .announceDays())))
                .toList();
    }
}
