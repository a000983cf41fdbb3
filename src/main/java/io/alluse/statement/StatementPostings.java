package io.alluse.statement;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.statement.Book.Member;
import io.alluse.statement.Judged.Took;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the lines that accounts have taken come to: one event per account, statement and effective date, with their movements. */
final class StatementPostings {

    static final String RULE = "statement-import";

    /** An event numbers its movements up to 32,767: a day with more of them is told in several events. */
    private static final int MOST_MOVEMENTS = 30_000;

    private final String ref;
    private final BusinessDay date;

    StatementPostings(String ref, BusinessDay date) {
        this.ref = ref;
        this.date = date;
    }

    /** Account by account, day by day. */
    List<Posting> of(Judged judged) {
        Map<Member, Map<LocalDate, List<Took>>> days = new LinkedHashMap<>();
        for (Took took : judged.took()) {
            days.computeIfAbsent(took.member(), _ -> new TreeMap<>())
                    .computeIfAbsent(took.effective(), _ -> new ArrayList<>())
                    .add(took);
        }
        List<Posting> postings = new ArrayList<>();
        for (Member member : judged.book().members()) {
            @Nullable Map<LocalDate, List<Took>> theirs = days.get(member);
            if (theirs != null) {
                postings.addAll(of(member, theirs));
            }
        }
        return postings;
    }

    private List<Posting> of(Member member, Map<LocalDate, List<Took>> days) {
        List<Posting> postings = new ArrayList<>();
        boolean[] suspended = {!member.head().state().canBecome(AccountState.SUSPENDED)};
        days.forEach((day, took) -> {
            int nth = 1;
            for (List<Took> some : fitting(took)) {
                boolean suspends = !suspended[0] && touchesSuspense(some);
                suspended[0] |= suspends;
                postings.add(posting(member, day, nth++, some, suspends));
            }
        });
        return postings;
    }

    private static List<List<Took>> fitting(List<Took> took) {
        List<List<Took>> parts = new ArrayList<>();
        int from = 0;
        int movements = 0;
        for (int i = 0; i < took.size(); i++) {
            int more = took.get(i).moved().movements().size();
            if (movements + more > MOST_MOVEMENTS) {
                parts.add(took.subList(from, i));
                from = i;
                movements = 0;
            }
            movements += more;
        }
        parts.add(took.subList(from, took.size()));
        return parts;
    }

    /** What left an account that allows no withdrawals waits there for a person (docs/rules.md 4.4). */
    private static boolean touchesSuspense(List<Took> took) {
        return took.stream()
                .flatMap(one -> one.moved().movements().stream())
                .anyMatch(movement -> movement.to() == LedgerAccount.SUSPENSE);
    }

    private Posting posting(Member member, LocalDate day, int nth, List<Took> took, boolean suspends) {
        List<Movement> movements = new ArrayList<>();
        Money base = Money.ZERO;
        for (Took one : took) {
            movements.addAll(one.moved().movements());
            base = base.plus(one.moved().baseChange());
        }
        return new Posting(
                member.head().chain(),
                RULE,
                ref + "/" + day + (nth == 1 ? "" : "+" + nth),
                date,
                day,
                EventKind.POSTED,
                member.policy().hash(),
                base,
                movements,
                List.of(),
                suspends ? AccountState.SUSPENDED : null,
                Json.canonical().put("lines", took.size()).put("statement", ref));
    }
}
