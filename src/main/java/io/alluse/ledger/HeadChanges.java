package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What postings change about the heads of their accounts, column by column; a column that none of them touches is empty. Several
 * postings of one account, one after the other, are one change.
 */
final class HeadChanges {

    private static final @Nullable BigDecimal[] UNTOUCHED = {};
    private static final @Nullable String[] UNMARKED = {};

    final Long[] accounts;
    final Integer[] lastNos;
    final byte[][] lastHashes;
    final Integer[] nos;
    final byte[][] hashes;
    final @Nullable String[] states;
    final @Nullable Integer[] settledNos;
    final @Nullable Long[] settled;
    final BigDecimal[] bases;
    private final Map<LedgerAccount, @Nullable BigDecimal[]> moved = new EnumMap<>(LedgerAccount.class);
    private final Map<Period, @Nullable String[]> marked = new EnumMap<>(Period.class);
    private int at = -1;
    private boolean isMarked;

    private HeadChanges(int size) {
        accounts = new Long[size];
        lastNos = new Integer[size];
        lastHashes = new byte[size][];
        nos = new Integer[size];
        hashes = new byte[size][];
        states = new String[size];
        settledNos = new Integer[size];
        settled = new Long[size];
        bases = new BigDecimal[size];
    }

    /** With room for as many accounts as these postings have. */
    static HeadChanges of(List<Posting> postings) {
        int accounts = 0;
        AccountId last = null;
        for (Posting posting : postings) {
            AccountId account = posting.after().account();
            accounts += account.equals(last) ? 0 : 1;
            last = account;
        }
        return new HeadChanges(accounts);
    }

    void add(Posting posting, EventHash hash) {
        if (at < 0 || accounts[at] != posting.after().account().value()) {
            begin(posting);
        } else {
            bases[at] = bases[at].add(posting.baseChange().amount());
        }
        if (isMarked) {
            throw new IllegalStateException(
                    "an event that closes a period is the last one of its account in a posting");
        }
        Period.ofRule(posting.rule()).ifPresent(period -> mark(period, posting.date()));
        nos[at] = posting.no();
        hashes[at] = hash.bytes();
        if (posting.state() != null) {
            states[at] = posting.state().name();
        }
        if (posting.kind().settles()) {
            settledNos[at] = posting.no();
            settled[at] = posting.policy().prefix();
        }
        for (Movement movement : posting.movements()) {
            BigDecimal amount = movement.amount().amount();
            move(movement.from(), amount.negate());
            move(movement.to(), amount);
        }
    }

    private void begin(Posting posting) {
        at++;
        isMarked = false;
        accounts[at] = posting.after().account().value();
        lastNos[at] = posting.after().lastNo();
        lastHashes[at] = posting.after().lastHash().bytes();
        bases[at] = posting.baseChange().amount();
    }

    private void mark(Period period, BusinessDay date) {
        marked.computeIfAbsent(period, _ -> new String[accounts.length])[at] = date.toString();
        isMarked = true;
    }

    /** The business dates of the postings that close such a period. */
    @Nullable
    String[] marked(Period period) {
        return marked.getOrDefault(period, UNMARKED);
    }

    private void move(LedgerAccount account, BigDecimal amount) {
        @Nullable BigDecimal[] column = moved.computeIfAbsent(account, _ -> new BigDecimal[accounts.length]);
        BigDecimal before = column[at];
        column[at] = before == null ? amount : before.add(amount);
    }

    @Nullable
    BigDecimal[] moved(LedgerAccount account) {
        return moved.getOrDefault(account, UNTOUCHED);
    }

    int size() {
        return accounts.length;
    }

    long least() {
        return Arrays.stream(accounts).mapToLong(Long::longValue).min().orElse(0);
    }

    long greatest() {
        return Arrays.stream(accounts).mapToLong(Long::longValue).max().orElse(0);
    }
}
