package io.alluse.ledger;

import java.util.ArrayList;
import java.util.List;

/** Counts all findings and keeps the first ones, so that a ledger in ruins takes no more memory than a clean one. */
final class Findings {

    static final int MOST_KEPT = 20;

    private final List<Finding> first = new ArrayList<>();
    private long count;

    void add(Finding finding) {
        count++;
        if (first.size() < MOST_KEPT) {
            first.add(finding);
        }
    }

    void addAll(Findings later) {
        long kept = later.first.size();
        later.first.forEach(this::add);
        count += later.count - kept;
    }

    long count() {
        return count;
    }

    List<Finding> first() {
        return List.copyOf(first);
    }
}
