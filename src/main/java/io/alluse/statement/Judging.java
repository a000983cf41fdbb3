package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.holding.DayOrder;
import io.alluse.holding.Line;
import io.alluse.holding.Taken;
import io.alluse.intent.Fill;
import io.alluse.statement.Book.Member;
import io.alluse.statement.Judged.Filled;
import io.alluse.statement.Judged.Settled;
import io.alluse.statement.Judged.Took;
import io.alluse.statement.Parts.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides what becomes of lines of one brokerage account: duplicate, settles an announcement, refused, or taken by the accounts it
 * belongs to. Reads and writes nothing.
 */
final class Judging {

    private static final String UNDELIVERED = "the trade in its shares was refused";

    private final Book book;
    private final String ref;
    private final List<Member> open;
    private final Routing routing;

    /** Refused before: whatever else their records tell is not taken either. */
    private final Map<Long, String> refused = new HashMap<>();

    private final Set<Long> touched = new HashSet<>();
    private final List<Took> took = new ArrayList<>();
    private final List<Filled> filled = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();

    private Judging(Book book, String ref, Map<Long, String> refused) {
        this.book = book;
        this.ref = ref;
        this.open = book.members().stream().filter(Member::isOpen).toList();
        this.routing = new Routing(open, book.members().getFirst().policy());
        this.refused.putAll(refused);
    }

    /** In the book, which is then where these lines lead; refused lines are left out, whatever they did before they were refused. */
    static Judged once(Book book, String ref, DuplicateRule.Told told) {
        return new Judging(book, ref, Map.of()).judged(told);
    }

    /** Begins anew without a record of which something was taken before the rest of it was refused. */
    static Judged whole(Book.Facts facts, String ref, DuplicateRule.Told told) {
        Map<Long, String> refused = new HashMap<>();
        while (true) {
            Judging judging = new Judging(facts.open(), ref, refused);
            Judged judged = judging.judged(told);
            if (!refused.keySet().containsAll(judging.halfTaken())) {
                judging.halfTaken()
                        .forEach(line -> refused.put(line, Objects.requireNonNull(judging.refused.get(line))));
            } else {
                return judged;
            }
        }
    }

    private Set<Long> halfTaken() {
        Set<Long> half = new HashSet<>(refused.keySet());
        half.retainAll(touched);
        return half;
    }

    private Judged judged(DuplicateRule.Told told) {
        Map<String, StagedLine> byId = HashMap.newHashMap(told.fresh().size());
        List<Line> lines = new ArrayList<>(told.fresh().size());
        for (StagedLine staged : told.fresh()) {
            String id = LineIds.of(ref, staged);
            byId.put(id, staged);
            lines.add(new Line(staged.activity(), id));
        }
        for (Line line : DayOrder.of(lines)) {
            StagedLine staged = Objects.requireNonNull(byId.get(line.id()));
            if (!refused.containsKey(staged.line())) {
                judge(line, staged);
            }
        }
        book.members().forEach(member -> member.holdings().undelivered().forEach(id -> undelivered(byId.get(id))));
        return new Judged(book, told, took, filled, settled, refused);
    }

    /** An option goes with its shares or stays: their trade was refused. Null for a line of an earlier page. */
    private void undelivered(@Nullable StagedLine option) {
        if (option != null) {
            refuse(option, UNDELIVERED);
        }
    }

    private void judge(Line line, StagedLine staged) {
        List<OpenAnnouncement> announced = AnnouncementRule.settledBy(
                line.activity(),
                book.announced(),
                book.members().getFirst().policy().announceDays());
        if (!announced.isEmpty()) {
            book.settle(announced);
            settled.add(new Settled(staged, announced));
            touched.add(staged.line());
            return;
        }
        List<Part> parts = parts(line.activity());
        if (parts.isEmpty()) {
            refuse(staged, unroutable());
        }
        for (Part part : parts) {
            take(part, line.id(), staged);
        }
    }

    private List<Part> parts(Activity activity) {
        if (open.isEmpty()) {
            return List.of();
        }
        return book.isShared() ? routing.route(activity) : List.of(new Part(open.getFirst(), activity));
    }

    private String unroutable() {
        return open.isEmpty() ? book.members().getFirst().code() + " is closed and accepts nothing" : Routing.UNKNOWN;
    }

    private void take(Part part, String id, StagedLine staged) {
        List<Fill> fills = IntentFills.of(part);
        switch (part.member().holdings().take(part.activity(), id)) {
            case Taken.Moved moved -> {
                took.add(new Took(staged, part.member(), part.activity().effective(), moved));
                touched.add(staged.line());
                part.member().intents().take(fills);
                fills.forEach(fill -> filled.add(new Filled(staged, fill)));
            }
            case Taken.Refused because -> refuse(staged, because.reason());
        }
    }

    private void refuse(StagedLine staged, String reason) {
        refused.putIfAbsent(staged.line(), reason);
    }
}
