package io.alluse.ledger;

import io.alluse.money.Money;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows that postings write, buffered for one table partition and sent by COPY into the partition itself. */
final class HistoryRows {

    private static final List<String> COPY_EVENT = PartitionTexts.of("""
            copy event_p%02d (account_id, no, rule, ref, business_date, effective_date, kind, policy_hash, base_change,
                state, detail, prev_hash, hash, run_id) from stdin (format binary)""");
    private static final List<String> COPY_MOVEMENT = PartitionTexts.of("""
            copy movement_p%02d (account_id, event_no, seq, from_account, to_account, amount, effective_date,
                transfer_id, line_id) from stdin (format binary)""");
    private static final List<String> COPY_ANNOUNCEMENT = PartitionTexts.of("""
            copy announcement_p%02d (account_id, event_no, seq, direction, amount, instrument, quantity, dated)
                from stdin (format binary)""");
    private static final List<String> COPY_HEAD = PartitionTexts.of("""
            copy account_head_p%02d (account_id, state, last_no, last_hash, base,
                cash, buffer, tax_reserve, allocated_contracts, allocated_shares, allocated_leaps, securities,
                short_options, tax_payable, suspense, capital, transfers, withdrawals,
                premium, gains_short, gains_long, dividends, interest, fees, taxes,
                settled_no, settled_policy) from stdin (format binary)""");

    private final CopyRows events = new CopyRows(14);
    private final CopyRows movements = new CopyRows(9);
    private final CopyRows announcements = new CopyRows(8);
    private final CopyRows heads = new CopyRows(27);

    void addEvent(Posting posting, String detail, EventHash hash, @Nullable Long runId) {
        events.row()
                .put(posting.after().account().value())
                .putInteger(posting.no())
                .put(posting.rule())
                .put(posting.ref())
                .put(posting.date().date())
                .put(posting.effective())
                .put(posting.kind().name())
                .put(posting.policy().bytes())
                .put(posting.baseChange().amount())
                .put(posting.state() == null ? null : posting.state().name())
                .put(detail)
                .put(posting.after().lastHash().bytes())
                .put(hash.bytes());
        if (runId == null) {
            events.putNull();
        } else {
            events.put(runId);
        }
        addMovements(posting);
        addAnnouncements(posting);
    }

    private void addMovements(Posting posting) {
        int seq = 0;
        for (Movement movement : posting.movements()) {
            movements
                    .row()
                    .put(posting.after().account().value())
                    .putInteger(posting.no())
                    .putSmall(++seq)
                    .put(movement.from().name())
                    .put(movement.to().name())
                    .put(movement.amount().amount())
                    .put(movement.effective())
                    .put(movement.transfer())
                    .put(movement.line());
        }
    }

    private void addAnnouncements(Posting posting) {
        int seq = 0;
        for (Announcement announcement : posting.announcements()) {
            announcements
                    .row()
                    .put(posting.after().account().value())
                    .putInteger(posting.no())
                    .putSmall(++seq)
                    .put(announcement.direction().name().toLowerCase(Locale.ROOT));
            switch (announcement) {
                case Announcement.Cash cash ->
                    announcements.put(cash.amount().amount()).putNull().putNull();
                case Announcement.Instrument moved ->
                    announcements.putNull().put(moved.instrument()).put(moved.quantity());
            }
            announcements.put(announcement.dated());
        }
    }

    void addHead(Posting opening, EventHash hash, String state) {
        heads.row()
                .put(opening.after().account().value())
                .put(state)
                .putInteger(opening.no())
                .put(hash.bytes())
                .put(opening.baseChange().amount());
        for (Money balance : balances(opening.movements())) {
            heads.put(balance.amount());
        }
        boolean settled = opening.kind().settles();
        heads.putInteger(settled ? opening.no() : 0)
                .put(settled ? opening.policy().prefix() : 0L);
    }

    private static List<Money> balances(List<Movement> movements) {
        return Balances.ofMovements(movements).inChartOrder();
    }

    /** So that the buffers can be filled again. */
    void clear() {
        events.clear();
        movements.clear();
        announcements.clear();
        heads.clear();
    }

    void send(Session session, int partition) {
        session.copy(heads, COPY_HEAD.get(partition));
        session.copy(events, COPY_EVENT.get(partition));
        session.copy(movements, COPY_MOVEMENT.get(partition));
        session.copy(announcements, COPY_ANNOUNCEMENT.get(partition));
    }
}
