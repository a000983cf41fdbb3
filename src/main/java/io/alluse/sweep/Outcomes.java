package io.alluse.sweep;

import static io.alluse.run.AccountOutcome.NOTHING;
import static io.alluse.run.AccountOutcome.NOT_ELIGIBLE;
import static io.alluse.run.AccountOutcome.POSTED;
import static io.alluse.run.AccountOutcome.REVIEW;
import static io.alluse.run.AccountOutcome.SET_ASIDE;
import static io.alluse.run.AccountOutcome.WAITING;

import io.alluse.account.AccountId;
import io.alluse.ledger.Balances;
import io.alluse.ledger.RunDigest;
import io.alluse.money.Money;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Tally;
import io.alluse.sweep.Decision.Candidate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The outcomes of one chunk: counted, and kept one by one where somebody will ask for the one. */
final class Outcomes {

    /** One that is kept: an account that waits, is to be reviewed, or was set aside. */
    record Kept(
            AccountId account,
            AccountOutcome outcome,
            String reason,
            @Nullable Money shortBy) {}

    /** One whose turn comes when all have been decided; not an outcome yet. */
    record Found(AccountId account, String code, OptionalInt most) {}

    private final List<Found> candidates = new ArrayList<>();
    private final Tally.Counter counter = new Tally.Counter();
    private final List<Kept> kept = new ArrayList<>();
    private Balances moved = Balances.ZERO;
    private RunDigest digest = RunDigest.NONE;

    void nothing(String reason) {
        counter.count(NOTHING, reason);
    }

    void notEligible(String state) {
        counter.count(NOT_ELIGIBLE, state);
    }

    void waiting(AccountId account, String reason, Money shortBy) {
        counter.count(WAITING);
        kept.add(new Kept(account, WAITING, reason, shortBy.isPositive() ? shortBy : null));
    }

    void review(AccountId account, String reason) {
        counter.count(REVIEW);
        kept.add(new Kept(account, REVIEW, reason, null));
    }

    void setAside(AccountId account, String reason) {
        counter.count(SET_ASIDE);
        kept.add(new Kept(account, SET_ASIDE, reason, null));
    }

    void candidate(Decided decided, Candidate candidate) {
        AccountView view = Objects.requireNonNull(decided.view(), "no candidate is found unseen");
        candidates.add(new Found(decided.account(), view.head().chain().code(), candidate.most()));
    }

    void posted(int events, Balances moved, RunDigest digest) {
        for (int i = 0; i < events; i++) {
            counter.count(POSTED);
        }
        this.moved = this.moved.plus(moved);
        this.digest = this.digest.plus(digest);
    }

    List<Found> candidates() {
        return candidates;
    }

    List<Kept> kept() {
        return kept;
    }

    Tally tally() {
        return counter.with(moved, digest);
    }
}
