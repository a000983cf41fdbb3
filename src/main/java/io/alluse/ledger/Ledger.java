package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.PostingResult.AlreadyPosted;
import io.alluse.ledger.PostingResult.Conflict;
import io.alluse.ledger.PostingResult.Posted;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The only way money moves. All of it happens in the caller's transaction, after the caller has taken the posting lock of the table
 * partition ({@link #lock}); partitions are locked in ascending order.
 */
public final class Ledger {

    private final LedgerStore store;
    private final PastStore past;

    public Ledger(Session session) {
        this.store = new LedgerStore(session);
        this.past = new PastStore(session);
    }

    /** As the account stood after its event of this number: its history up to there is played again. */
    public PastAccount after(AccountId account, String code, int no) {
        return past.after(account, code, no);
    }

    /** Waits for the posting lock of this table partition and holds it until the transaction ends. */
    public void lock(int partition) {
        store.lock(partition);
    }

    /** The same for a range of table partitions, in ascending order. */
    public void lock(int first, int last) {
        store.lock(first, last);
    }

    /** Takes the posting lock of an account's partition and reads where its chain ends. */
    public Optional<AccountHead> locked(AccountId account) {
        store.lock(account.partition());
        return store.head(account);
    }

    /** Where the chains of these accounts end, in the order of their ids; for a whole page after one {@link #lock}. */
    public List<AccountHead> heads(Collection<AccountId> accounts) {
        return store.heads(accounts);
    }

    /**
     * The accounts of one partition with ids after one and up to another, of these tiers, whose serials are not above the bound:
     * ascending by id, at most so many.
     */
    public List<PagedHead> page(long after, long upTo, long serialBound, Set<Tier> tiers, int limit) {
        return store.page(after, upTo, serialBound, tiers, limit);
    }

    /** What these accounts earned, ascending by year; an account without results is left out. */
    public Map<AccountId, List<YearResult>> years(List<AccountId> accounts) {
        return store.years(accounts);
    }

    /** Starts the chains of new accounts of one partition; returns the digest of what it posted. */
    public RunDigest open(int partition, List<Posting> openings, @Nullable Long runId) {
        HistoryRows rows = new HistoryRows();
        RunDigest digest = RunDigest.NONE;
        for (Posting opening : openings) {
            AccountState state = Objects.requireNonNull(opening.state(), "an opening names its state");
            EventHash hash = EventText.hash(opening);
            rows.addHead(opening, hash, state.name());
            rows.addEvent(opening, hash, runId);
            digest = digest.plus(RunDigest.ofEvent(opening.after().code(), opening.no(), hash));
        }
        store.send(rows, partition);
        store.addResults(openings, partition);
        return digest;
    }

    /** Appends one event to each of these accounts of one partition, whose chains must end where the postings say. */
    public RunDigest append(int partition, List<Posting> postings, @Nullable Long runId) {
        HistoryRows rows = new HistoryRows();
        List<EventHash> hashes = new ArrayList<>(postings.size());
        RunDigest digest = RunDigest.NONE;
        for (Posting posting : postings) {
            EventHash hash = EventText.hash(posting);
            hashes.add(hash);
            rows.addEvent(posting, hash, runId);
            digest = digest.plus(RunDigest.ofEvent(posting.after().code(), posting.no(), hash));
        }
        store.advanceHeads(postings, hashes);
        store.send(rows, partition);
        store.addResults(postings, partition);
        return digest;
    }

    /** Posts one event unless its rule and ref have been posted to this account before. */
    public PostingResult post(Posting posting, @Nullable Long runId) {
        AccountId account = posting.after().account();
        Optional<StoredEvent> earlier = store.event(account, posting.rule(), posting.ref());
        if (earlier.isPresent()) {
            return compare(posting, earlier.get());
        }
        append(account.partition(), List.of(posting), runId);
        return new Posted(new ChainHead(account, posting.after().code(), posting.no(), EventText.hash(posting)));
    }

    /** The same content in the earlier event's place would have the earlier event's hash. */
    private static PostingResult compare(Posting posting, StoredEvent earlier) {
        ChainHead place =
                new ChainHead(posting.after().account(), posting.after().code(), earlier.no() - 1, earlier.previous());
        boolean same = EventText.hash(posting.placedAfter(place)).equals(earlier.hash());
        return same ? new AlreadyPosted(earlier.no()) : new Conflict(earlier.no());
    }
}
