package io.alluse.notification;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Things of one kind that were found in one look: a few are told one by one, many in one message. */
record Bundle(NoticeKind kind, String name, String next) {

    static final int MOST_SINGLE = 20;

    static final Bundle BREAKS = new Bundle(NoticeKind.BREAK_OPENED, "break", "alluse break list");
    static final Bundle ALERTS = new Bundle(NoticeKind.ALERT_RAISED, "alert", "alluse alert list");
    static final Bundle DECISIONS = new Bundle(NoticeKind.REVIEW_WAITING, "decision", "alluse decision list");

    List<Notice> notices(List<Found> found) {
        if (found.size() > MOST_SINGLE) {
            return List.of(all(found));
        }
        return found.stream().map(this::one).toList();
    }

    private Notice one(Found found) {
        return new Notice(kind, name + "-" + found.id(), found.text(), found.next(), 1, found.subject(), found.runId());
    }

    private Notice all(List<Found> found) {
        Found first = found.getFirst();
        String sorts = found.stream()
                .filter(one -> !one.sort().isEmpty())
                .collect(Collectors.groupingBy(Found::sort, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(sort -> sort.getValue() + " " + sort.getKey())
                .collect(Collectors.joining(", "));
        return new Notice(
                kind,
                name + "-" + first.id() + "-" + found.getLast().id(),
                found.size() + " " + name + "s" + (sorts.isEmpty() ? "" : " (" + sorts + ")") + ", the first: "
                        + first.text(),
                next,
                found.size(),
                null,
                null);
    }
}
