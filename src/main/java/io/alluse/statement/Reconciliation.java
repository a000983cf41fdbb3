package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import io.alluse.statement.BreakDecision.End;
import io.alluse.statement.BreakDecision.Keep;
import io.alluse.statement.BreakDecision.Open;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares what statements state with the ledger and keeps the breaks (docs/rules.md 9.3). */
final class Reconciliation {

    private final BookedStore booked;
    private final BreakStore breaks;

    Reconciliation(Session session) {
        this.booked = new BookedStore(session);
        this.breaks = new BreakStore(session);
    }

    /**
     * A page of brokerage accounts, each at most once, with a few statements in all; in the caller's transaction, which holds the
     * posting locks and has posted what the statements hold.
     */
    List<Reconciled> reconcile(List<StatementEnd> page, @Nullable Long run) {
        if (page.isEmpty()) {
            return List.of();
        }
        List<AccountId> brokerages = page.stream().map(StatementEnd::brokerage).toList();
        Map<AccountId, Booked> books = booked.booked(page);
        Map<AccountId, Map<BreakKind, LocalDate>> compared = breaks.compared(brokerages);
        Map<AccountId, List<StandingBreak>> standing = breaks.standing(brokerages);
        List<Reconciled> all = new ArrayList<>(page.size());
        for (StatementEnd stated : page) {
            StatementEnd timely = stated.laterThan(compared.getOrDefault(stated.brokerage(), Map.of()));
            Booked book = books.getOrDefault(stated.brokerage(), Booked.NOTHING);
            List<BreakDecision> decisions = BreakRule.decide(
                    timely,
                    standing.getOrDefault(stated.brokerage(), List.of()),
                    ReconciliationRule.differences(timely, book));
            decisions.forEach(decision -> carryOut(decision, timely, run));
            all.add(new Reconciled(stated, ReconciliationRule.differences(stated, book), decisions));
        }
        breaks.noteCompared(page, run);
        return all;
    }

    private void carryOut(BreakDecision decision, StatementEnd stated, @Nullable Long run) {
        switch (decision) {
            case Open open -> breaks.open(stated, open.difference(), run);
            case Keep keep -> breaks.keep(keep.standing(), stated, keep.difference(), run);
            case End end -> breaks.end(end.standing(), stated.asOf());
        }
    }
}
