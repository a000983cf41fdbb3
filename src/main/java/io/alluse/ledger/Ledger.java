package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.ledger.PostingResult.AlreadyPosted;
import io.alluse.ledger.PostingResult.Conflict;
import io.alluse.ledger.PostingResult.Posted;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The only way money moves. All of it happens in the caller's transaction, after the caller has taken the posting lock of the table
 * partition ({@link #lock}); partitions are locked in ascending order.
 */
public final class Ledger {

    private final Queue<HistoryRows> buffers = new ConcurrentLinkedQueue<>();
    private final Session session;
    private final LedgerStore store;
    private final HeadStore heads;
    private final YearStore years;
    private final PastStore past;

    public Ledger(Session session) {
        this.session = session;
        this.store = new LedgerStore(session);
        this.heads = new HeadStore(session);
        this.years = new YearStore(session);
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
        return heads.heads(List.of(account)).stream().findFirst();
    }

    /** Where the chains of these accounts end, in the order of their ids; for a whole page after one {@link #lock}. */
    public List<AccountHead> heads(Collection<AccountId> accounts) {
        return heads.heads(accounts);
    }

    /**
     * The accounts of one partition with ids after one and up to another, of these tiers, whose serials are not above the bound:
     * ascending by id, at most so many.
     */
    public List<PagedHead> page(long after, long upTo, long serialBound, Set<Tier> tiers, int limit) {
        return heads.page(after, upTo, serialBound, tiers, limit);
    }

    /** These accounts, in the order of their ids, wherever they lie. */
    public List<PagedHead> page(Collection<AccountId> accounts) {
        return heads.page(accounts);
    }

    /** The same accounts as on a page of all tiers, at a small part of its cost. */
    public List<Glance> glances(long after, long upTo, long serialBound, int limit) {
        return heads.glances(after, upTo, serialBound, limit);
    }

    /** What these accounts earned, ascending by year; an account without results is left out. */
    public Map<AccountId, List<YearResult>> years(List<AccountId> accounts) {
        return years.years(accounts);
    }

    /** Starts the chains of new accounts of one partition; returns the digest of what it posted. */
    public RunDigest open(int partition, List<Posting> openings, @Nullable Long runId) {
        return buffered(rows -> open(partition, openings, runId, rows));
    }

    private RunDigest open(int partition, List<Posting> openings, @Nullable Long runId, HistoryRows rows) {
        EventText text = new EventText();
        RunDigest digest = RunDigest.NONE;
        for (Posting opening : openings) {
            AccountState state = Objects.requireNonNull(opening.state(), "an opening names its state");
            String detail = opening.detail().toString();
            EventHash hash = text.hash(opening, detail);
            rows.addHead(opening, hash, state.name());
            rows.addEvent(opening, detail, hash, runId);
            digest = digest.plus(text.runDigest(opening.after().code(), opening.no(), hash));
        }
        rows.send(session, partition);
        years.add(partition, openings);
        return digest;
    }

    /**
     * Appends events to accounts of one partition, whose chains must end where the postings say. Several postings of one account stand
     * one after the other, all of them after the head as it was read: each is chained to the one before it, and the head moves once.
     */
    public RunDigest append(int partition, List<Posting> postings, @Nullable Long runId) {
        return postings.isEmpty() ? RunDigest.NONE : buffered(rows -> append(partition, postings, runId, rows));
    }

    private RunDigest append(int partition, List<Posting> postings, @Nullable Long runId, HistoryRows rows) {
        HeadChanges changes = HeadChanges.of(postings);
        EventText text = new EventText();
        RunDigest digest = RunDigest.NONE;
        ChainHead read = null;
        ChainHead end = null;
        for (Posting given : postings) {
            boolean next = given.after().equals(read);
            Posting posting = next && end != null ? given.placedAfter(end) : given;
            read = given.after();
            String detail = posting.detail().toString();
            EventHash hash = text.hash(posting, detail);
            changes.add(posting, hash);
            rows.addEvent(posting, detail, hash, runId);
            digest = digest.plus(text.runDigest(posting.after().code(), posting.no(), hash));
            end = new ChainHead(posting.after().account(), posting.after().code(), posting.no(), hash);
        }
        heads.advance(partition, changes);
        rows.send(session, partition);
        years.add(partition, postings);
        return digest;
    }

    /** What open short puts of these accounts of one partition bind from now on (docs/rules.md 1.7); the lots say so, not the chain. */
    public void bind(int partition, Map<AccountId, Money> bound) {
        if (!bound.isEmpty()) {
            heads.bind(partition, bound);
        }
    }

    /** Buffers have grown to the size of a chunk and are lent from call to call. */
    private RunDigest buffered(Function<HistoryRows, RunDigest> work) {
        HistoryRows rows = Objects.requireNonNullElseGet(buffers.poll(), HistoryRows::new);
        try {
            return work.apply(rows);
        } finally {
            rows.clear();
            buffers.add(rows);
        }
    }

    /** Posts one event unless its rule and ref have been posted to this account before. */
    public PostingResult post(Posting posting, @Nullable Long runId) {
        AccountId account = posting.after().account();
        Optional<StoredEvent> earlier = store.event(account, posting.rule(), posting.ref());
        if (earlier.isPresent()) {
            return compare(posting, earlier.get());
        }
        append(account.partition(), List.of(posting), runId);
        return new Posted(new ChainHead(account, posting.after().code(), posting.no(), new EventText().hash(posting)));
    }

    /** The same content in the earlier event's place would have the earlier event's hash. */
    private static PostingResult compare(Posting posting, StoredEvent earlier) {
        ChainHead place =
                new ChainHead(posting.after().account(), posting.after().code(), earlier.no() - 1, earlier.previous());
        boolean same = new EventText().hash(posting.placedAfter(place)).equals(earlier.hash());
        return same ? new AlreadyPosted(earlier.no()) : new Conflict(earlier.no());
    }
}
