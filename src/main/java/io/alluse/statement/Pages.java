package io.alluse.statement;

import io.alluse.statement.DuplicateRule.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the lines of a page with all there is to know about them, and judges them brokerage account by brokerage account. */
final class Pages {

    private final StageStore stage;
    private final Desk desk;
    private final String ref;

    Pages(StageStore stage, Desk desk, String ref) {
        this.stage = stage;
        this.desk = desk;
        this.ref = ref;
    }

    /** Of the statement. */
    String ref() {
        return ref;
    }

    /** Lines of one brokerage account, and how it stands. */
    record Lines(Book.Facts facts, List<StagedLine> lines) {

        Told told() {
            return DuplicateRule.tell(lines, facts.kept());
        }
    }

    /** All that is read in the page's transaction from here on is read by its keys. */
    List<Lines> read(StatementPage page) {
        stage.readByIndex();
        SortedMap<Long, List<StagedLine>> lines = new TreeMap<>();
        for (StagedLine line : stage.lines(page)) {
            lines.computeIfAbsent(line.brokerage(), _ -> new ArrayList<>()).add(line);
        }
        SortedMap<Long, Book.Facts> facts = desk.facts(page, lines.keySet());
        List<Lines> read = new ArrayList<>(lines.size());
        facts.forEach((brokerage, known) -> read.add(new Lines(known, lines.getOrDefault(brokerage, List.of()))));
        return read;
    }

    /** To be posted. */
    List<Judged> judged(List<Lines> page) {
        return page.stream()
                .map(lines -> Judging.whole(lines.facts(), ref, lines.told()))
                .toList();
    }

    /**
     * Page after page of one part, none of them posted: what a page leaves of its last brokerage account, the next one goes on with.
     *
     * @param settled by the starting balances of the file, before its first line
     */
    Rehearsal rehearsal(Set<OpenAnnouncement> settled) {
        return new Rehearsal(settled);
    }

    /** For one thread. */
    final class Rehearsal {

        private final Set<OpenAnnouncement> settled;
        private @Nullable Book last;

        private Rehearsal(Set<OpenAnnouncement> settled) {
            this.settled = settled;
        }

        List<Judged> judged(List<Lines> page) {
            List<Judged> judged = new ArrayList<>(page.size());
            for (Lines lines : page) {
                Book book = last != null && last.brokerage() == lines.facts().brokerage() ? last : opened(lines);
                judged.add(Judging.once(book, ref, lines.told()));
                last = book;
            }
            return judged;
        }

        private Book opened(Lines lines) {
            Book book = lines.facts().open();
            book.settle(settled);
            return book;
        }
    }
}
