package io.alluse.merge;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.Piece;
import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDays;
import io.alluse.instrument.Instrument;
import io.alluse.intent.IntentKind;
import io.alluse.intent.Intents;
import io.alluse.intent.Intents.CalledBack;
import io.alluse.intent.Intents.Placed;
import io.alluse.intent.OrderIntent;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.sweep.TurnJob.Carried;
import io.alluse.sweep.TurnJob.Due;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Orders that empty the members of a family whose policy wants positions sold before they are merged (docs/rules.md 7.2). */
final class Sales {

    private final Ledger ledger;
    private final Absorptions absorptions;
    private final Intents intents;

    Sales(Ledger ledger, Absorptions absorptions, Intents intents) {
        this.ledger = ledger;
        this.absorptions = absorptions;
        this.intents = intents;
    }

    /** Each member has an event that asks for them; what it had meant to buy is called back. */
    Carried ask(int partition, List<Due> due, long runId) {
        LocalDate date = MergeIntent.of(due.getFirst()).date().date();
        Map<AccountId, List<Piece>> pieces = absorptions.pieces(
                due.stream()
                        .flatMap(one -> MergeIntent.of(one).family().members().stream())
                        .map(head -> head.chain().account())
                        .toList(),
                date);
        List<Posting> postings = new ArrayList<>();
        List<CalledBack> calledBack = new ArrayList<>();
        List<Placed> placed = new ArrayList<>();
        for (Due one : due) {
            for (AccountHead head : MergeIntent.of(one).family().members()) {
                AccountId account = head.chain().account();
                int event = head.chain().lastNo() + 1;
                postings.add(posting(one, head));
                calledBack.add(new CalledBack(account, new Intents.End(date, event, "its positions are to be sold")));
                orders(pieces.getOrDefault(account, List.of()), one)
                        .forEach(order -> placed.add(new Placed(account, event, order)));
            }
        }
        Carried carried = new Carried(Balances.ZERO, ledger.append(partition, postings, runId));
        intents.cancelAll(calledBack);
        intents.place(placed, date);
        return carried;
    }

    private static Posting posting(Due due, AccountHead head) {
        MergeIntent intent = MergeIntent.of(due);
        boolean decider = head.chain().account().equals(intent.family().decider());
        return new Posting(
                head.chain(),
                MergePostings.RULE,
                decider ? intent.date().toString() : "sale/" + intent.date(),
                intent.date(),
                intent.date().date(),
                EventKind.POSTED,
                due.view().policy().hash(),
                Money.ZERO,
                List.of(),
                List.of(),
                null,
                MergePostings.asked(intent));
    }

    /** They stand from the next business day, as long as an announcement would. */
    private static List<OrderIntent> orders(List<Piece> pieces, Due due) {
        SortedMap<String, BigDecimal> held = new TreeMap<>();
        for (Piece piece : pieces) {
            Instrument instrument = piece.instrument();
            held.merge(instrument.canonical(), piece.quantity(), BigDecimal::add);
        }
        LocalDate from = BusinessDays.after(MergeIntent.of(due).date().date(), 1);
        LocalDate until = BusinessDays.after(from, due.view().policy().announceDays());
        List<OrderIntent> orders = new ArrayList<>();
        held.forEach((instrument, quantity) -> {
            IntentKind kind = quantity.signum() > 0 ? IntentKind.SALE : IntentKind.BUY_BACK;
            orders.add(OrderIntent.closing(orders.size() + 1, kind, instrument, quantity.abs(), from, until));
        });
        return orders;
    }
}
