package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.activity.Activity;
import io.alluse.intent.Fill;
import io.alluse.intent.FillableIntents;
import io.alluse.intent.Intents;
import io.alluse.ledger.Posting;
import io.alluse.statement.Book.Member;
import io.alluse.statement.Parts.Part;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Which order intents the lines of a statement fill (docs/rules.md 4.5, 5.6). */
final class IntentFills {

    private IntentFills() {}

    /** Of the account that takes this part of a line. */
    static List<Fill> of(Part part) {
        Member member = part.member();
        return member.intents().isEmpty() || !member.canOpen(part.activity())
                ? List.of()
                : member.intents().filledBy(part.activity());
    }

    /** The parts of a line by whose intents it fills, none where it fills none; what is more than they asked for is the last one's. */
    static List<Part> parts(Activity line, List<Member> members) {
        List<FillableIntents> open = members.stream()
                .filter(member -> !member.intents().isEmpty() && member.canOpen(line))
                .map(Member::intents)
                .toList();
        List<Fill> fills = open.isEmpty() ? List.of() : FillableIntents.filledBy(line, open);
        if (fills.isEmpty()) {
            return List.of();
        }
        List<Member> whom = new ArrayList<>();
        List<BigDecimal> quantities = new ArrayList<>();
        BigDecimal left = line.quantity();
        for (Fill fill : fills) {
            BigDecimal part = line.quantity().signum() < 0 ? fill.quantity().negate() : fill.quantity();
            Routing.add(memberOf(fill, members), part, whom, quantities);
            left = left.subtract(part);
        }
        Routing.add(memberOf(fills.getLast(), members), left, whom, quantities);
        return Parts.ofQuantities(line, whom, quantities);
    }

    private static Member memberOf(Fill fill, List<Member> members) {
        AccountId account = fill.after().ref().account();
        return members.stream()
                .filter(member -> member.head().chain().account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    /** What a page has filled; an intent that is done is done by the last event that the page posts to its account. */
    static List<Intents.Filled> of(List<Judged> judged, List<Posting> postings, String ref) {
        if (judged.stream().allMatch(one -> one.filled().isEmpty())) {
            return List.of();
        }
        Map<AccountId, Integer> events = new HashMap<>();
        postings.forEach(posting ->
                events.merge(posting.after().account(), posting.after().lastNo() + 1, (last, first) -> last + 1));
        List<Intents.Filled> filled = new ArrayList<>();
        for (Judged one : judged) {
            for (Judged.Filled fill : one.filled()) {
                AccountId account = fill.fill().after().ref().account();
                filled.add(new Intents.Filled(
                        fill.fill(), LineIds.of(ref, fill.line()), Objects.requireNonNull(events.get(account))));
            }
        }
        return filled;
    }
}
