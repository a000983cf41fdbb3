package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.audit.Audit;
import io.alluse.fault.Fault;
import io.alluse.run.AccountOutcome;
import io.alluse.run.Outcome;
import io.alluse.run.Run;
import io.alluse.run.Runs;
import io.alluse.sql.Session;
import io.alluse.sweep.KeptOutcome.Resolution;
import io.alluse.sweep.KeptStore.Bounds;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Accounts that runs could not process: a later pass takes them again, or a person settles them. */
public final class SetAsides {

    private static final int PAGE = 500;
    private static final String SETTLED = "set-aside resolved";

    private final Session session;
    private final Runs runs;
    private final KeptStore store;
    private final Accounts accounts;

    public SetAsides(Session session, Runs runs) {
        this.session = session;
        this.runs = runs;
        this.store = new KeptStore(session);
        this.accounts = new Accounts(session);
    }

    /** Of one run or of all, of one account or of all; without {@code all} only those that nobody has taken or resolved. */
    public record Filter(@Nullable Long run, @Nullable AccountId account, boolean all) {}

    /** Hands them over one by one, oldest runs first, at most so many. */
    public void list(Filter filter, int most, Consumer<KeptOutcome> each) {
        Bounds bounds = new Bounds(filter.run(), filter.account());
        KeptOutcome last = null;
        for (int left = most; left > 0; ) {
            List<KeptOutcome> page = page(filter.all(), bounds, last, Math.min(left, PAGE));
            if (page.isEmpty()) {
                return;
            }
            page.forEach(each);
            last = page.getLast();
            left -= page.size();
        }
    }

    private List<KeptOutcome> page(boolean all, Bounds bounds, @Nullable KeptOutcome last, int limit) {
        return all
                ? store.page(bounds, EnumSet.of(AccountOutcome.SET_ASIDE), last, limit)
                : store.openPage(bounds, last, limit);
    }

    /** How many a next pass of this run would take. */
    public long open(long runId) {
        return store.open(runId);
    }

    /** A person's word that the run need not take this account again; written to the audit in the same transaction. */
    public KeptOutcome resolve(long runId, String code, Resolution resolution, Audit audit) {
        return session.transaction(() -> {
            Run run = runs.locked(runId)
                    .orElseThrow(() -> Fault.notFound("no run " + runId + "; see `alluse job status`"));
            KeptOutcome kept = open(run, code);
            store.resolve(kept, resolution);
            long entry = audit.begin(resolution.why(), runId);
            audit.entry(
                    entry,
                    code,
                    SETTLED,
                    "run " + runId + " of " + run.key() + ", pass " + kept.pass() + ": " + kept.reason());
            return kept.resolved(resolution);
        });
    }

    /** The run is locked: nobody begins a pass that would take the account while it is being settled. */
    private KeptOutcome open(Run run, String code) {
        AccountId account = accounts.account(code).id();
        List<KeptOutcome> passes = store.page(
                new Bounds(run.id(), account), EnumSet.of(AccountOutcome.SET_ASIDE), null, Integer.MAX_VALUE);
        if (passes.isEmpty()) {
            throw Fault.notFound("run " + run.id() + " has not set " + code
                    + " aside; see `alluse set-aside list --run " + run.id() + "`");
        }
        mustNotBeUnderWay(run);
        KeptOutcome last = passes.getLast();
        Resolution earlier = last.resolution();
        if (earlier != null) {
            throw Fault.conflict(code + " of run " + run.id() + " was resolved by " + earlier.by() + " at "
                    + earlier.at() + ": " + earlier.why());
        }
        if (last.takenIn() != null) {
            throw Fault.conflict(code + " of run " + run.id() + " was taken again in pass " + last.takenIn()
                    + "; see `alluse job explain " + run.id() + " " + code + "`");
        }
        return last;
    }

    private void mustNotBeUnderWay(Run run) {
        if (run.outcome() == Outcome.STARTED) {
            runs.owner(run).ifPresent(owner -> {
                throw Fault.conflict("run " + run.id() + " is being carried out by " + owner
                        + "; resolve what is left when it has ended");
            });
        }
    }
}
