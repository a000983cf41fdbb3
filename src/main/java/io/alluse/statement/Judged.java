package io.alluse.statement;

import io.alluse.holding.Taken;
import io.alluse.intent.Fill;
import io.alluse.statement.Book.Member;
import io.alluse.statement.DuplicateRule.Told;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What became of the lines of one brokerage account, and the book as they leave it. */
record Judged(
        Book book, Told told, List<Took> took, List<Filled> filled, List<Settled> settled, Map<Long, String> refused) {

    /** A line, or its part, that an account has taken. */
    record Took(StagedLine line, Member member, LocalDate effective, Taken.Moved moved) {}

    /** A line, or its part, that has filled an order intent of the account that took it. */
    record Filled(StagedLine line, Fill fill) {}

    /** A line that settles announcements instead of being posted; more than one only where they are one sum (docs/rules.md 4.2). */
    record Settled(StagedLine line, List<OpenAnnouncement> announced) {

        String text() {
            return announced.stream().map(OpenAnnouncement::text).collect(Collectors.joining(", "));
        }
    }

    /** Lines whose meaning is kept: those that were taken or settled something. */
    Stream<StagedLine> kept() {
        return told.fresh().stream().filter(line -> !refused.containsKey(line.line()));
    }

    long posted() {
        Set<Long> others = settled.stream().map(one -> one.line().line()).collect(Collectors.toSet());
        return kept().filter(line -> !others.contains(line.line()))
                .mapToLong(StagedLine::lines)
                .sum();
    }

    /** Of every line that was not posted; a record is counted where its first activity is. */
    List<Verdict> verdicts() {
        Set<Long> done = new HashSet<>();
        Stream<Verdict> refusals = Stream.concat(told.fresh().stream(), told.duplicates().stream())
                .filter(line -> line.lines() > 0 && refused.containsKey(line.line()) && done.add(line.line()))
                .map(line -> Verdict.refused(line, line.lines(), String.valueOf(refused.get(line.line()))));
        Stream<Verdict> duplicates = told.duplicates().stream()
                .filter(line -> line.lines() > 0 && !refused.containsKey(line.line()))
                .map(line -> Verdict.duplicate(line.line(), line.lines()));
        Stream<Verdict> settlements = settled.stream()
                .filter(one -> one.line().lines() > 0)
                .map(one -> Verdict.ignored(one.line().line(), one.line().lines(), "settles " + one.text()));
        return Stream.of(refusals.toList(), duplicates.toList(), settlements.toList())
                .flatMap(List::stream)
                .toList();
    }
}
