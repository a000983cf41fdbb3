package io.alluse.statement;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.ChainHead;
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
import java.util.List;
import java.util.stream.Stream;

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
        List<Posting> postings = new ArrayList<>();
        List<Member> members = judged.book().members();
        for (Member member : members) {
            List<Took> theirs = members.size() == 1 ? judged.took() : ofMember(member, judged.took());
            postings.addAll(of(judged.book(), member, theirs));
        }
        return postings;
    }

    private static List<Took> ofMember(Member member, List<Took> took) {
        return took.stream().filter(one -> one.member() == member).toList();
    }

    /** Lines were taken in the order of their dates. */
    private List<Posting> of(Book book, Member member, List<Took> took) {
        List<Posting> postings = new ArrayList<>();
        boolean suspended = !member.head().state().canBecome(AccountState.SUSPENDED);
        LocalDate last = LocalDate.MIN;
        int nth = 0;
        for (List<Took> some : days(took)) {
            LocalDate day = some.getFirst().effective();
            nth = day.equals(last) ? nth + 1 : 1;
            last = day;
            boolean suspends = !suspended && touchesSuspense(some);
            suspended |= suspends;
            Posting posting = posting(member, day, nth, some, suspends);
            postings.add(book.receivedFor() == null ? posting : receivedFor(book.receivedFor(), posting, some));
        }
        if (book.receivedFor() != null && !postings.isEmpty()) {
            Posting posting = postings.removeLast();
            postings.add(announcing(
                    posting,
                    ReceivedFor.positions(member.before(), member.holdings().changes(), posting.effective())));
        }
        return postings;
    }

    /** Its own lines of that day may be in the same statement. */
    private static Posting receivedFor(ChainHead merged, Posting posting, List<Took> took) {
        return new Posting(
                posting.after(),
                posting.rule(),
                posting.ref() + "/" + merged.code(),
                posting.date(),
                posting.effective(),
                posting.kind(),
                posting.policy(),
                posting.baseChange(),
                posting.movements(),
                ReceivedFor.cash(took, posting.effective()),
                posting.state(),
                posting.detail().put("receivedFor", merged.code()));
    }

    private static Posting announcing(Posting posting, List<Announcement> more) {
        return new Posting(
                posting.after(),
                posting.rule(),
                posting.ref(),
                posting.date(),
                posting.effective(),
                posting.kind(),
                posting.policy(),
                posting.baseChange(),
                posting.movements(),
                Stream.concat(posting.announcements().stream(), more.stream()).toList(),
                posting.state(),
                posting.detail());
    }

    /** Each day, or as much of it as fits one event. */
    private static List<List<Took>> days(List<Took> took) {
        List<List<Took>> days = new ArrayList<>();
        int from = 0;
        int movements = 0;
        for (int i = 0; i < took.size(); i++) {
            int more = took.get(i).moved().movements().size();
            if (i > from
                    && (movements + more > MOST_MOVEMENTS
                            || !took.get(i).effective().equals(took.get(from).effective()))) {
                days.add(took.subList(from, i));
                from = i;
                movements = 0;
            }
            movements += more;
        }
        if (from < took.size()) {
            days.add(took.subList(from, took.size()));
        }
        return days;
    }

    /** What left an account that allows no withdrawals waits there for a person (docs/rules.md 4.4). */
    private static boolean touchesSuspense(List<Took> took) {
        for (Took one : took) {
            for (Movement movement : one.moved().movements()) {
                if (movement.to() == LedgerAccount.SUSPENSE) {
                    return true;
                }
            }
        }
        return false;
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
