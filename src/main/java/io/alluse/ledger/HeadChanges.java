package io.alluse.ledger;

import io.alluse.calendar.BusinessDay;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What postings change about the heads of their accounts, column by column; a column that none of them touches is empty. */
final class HeadChanges {

    private static final @Nullable BigDecimal[] UNTOUCHED = {};
    private static final @Nullable String[] UNMARKED = {};

    final Long[] accounts;
    final Integer[] lastNos;
    final byte[][] lastHashes;
    final byte[][] hashes;
    final @Nullable String[] states;
    final @Nullable Long[] settled;
    final BigDecimal[] bases;
    private final Map<LedgerAccount, @Nullable BigDecimal[]> moved = new EnumMap<>(LedgerAccount.class);
    private final Map<Period, @Nullable String[]> marked = new EnumMap<>(Period.class);
    private int size;

    HeadChanges(int size) {
        accounts = new Long[size];
        lastNos = new Integer[size];
        lastHashes = new byte[size][];
        hashes = new byte[size][];
        states = new String[size];
        settled = new Long[size];
        bases = new BigDecimal[size];
    }

    void add(Posting posting, EventHash hash) {
        accounts[size] = posting.after().account().value();
        lastNos[size] = posting.after().lastNo();
        lastHashes[size] = posting.after().lastHash().bytes();
        hashes[size] = hash.bytes();
        states[size] = posting.state() == null ? null : posting.state().name();
        settled[size] = posting.kind().settles() ? posting.policy().prefix() : null;
        bases[size] = posting.baseChange().amount();
        Period.ofRule(posting.rule()).ifPresent(period -> mark(period, posting.date()));
        for (Movement movement : posting.movements()) {
            BigDecimal amount = movement.amount().amount();
            move(movement.from(), amount.negate());
            move(movement.to(), amount);
        }
        size++;
    }

    private void mark(Period period, BusinessDay date) {
        marked.computeIfAbsent(period, _ -> new String[accounts.length])[size] = date.toString();
    }

    /** The business dates of the postings that close such a period. */
    @Nullable
    String[] marked(Period period) {
        return marked.getOrDefault(period, UNMARKED);
    }

    private void move(LedgerAccount account, BigDecimal amount) {
        @Nullable BigDecimal[] column = moved.computeIfAbsent(account, _ -> new BigDecimal[accounts.length]);
        BigDecimal before = column[size];
        column[size] = before == null ? amount : before.add(amount);
    }

    @Nullable
    BigDecimal[] moved(LedgerAccount account) {
        return moved.getOrDefault(account, UNTOUCHED);
    }

    int size() {
        return size;
    }

    long least() {
        return Arrays.stream(accounts).mapToLong(Long::longValue).min().orElse(0);
    }

    long greatest() {
        return Arrays.stream(accounts).mapToLong(Long::longValue).max().orElse(0);
    }
}
