package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.account.PolicyRecord;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyHash;
import io.alluse.run.AccountOutcome;
import io.alluse.run.PartWork;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.run.WorkPart.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks one part of a sweep, a page per transaction: fence, posting lock, read, decide, post, count. */
final class SweepWork implements PartWork<List<PagedHead>, List<Decided>> {

    private static final int LAST_PARTITION = AccountId.PARTITIONS - 1;

    /** Where hardly anything is due, a page is larger, so that transactions and commits do not cost more than the looking. */
    private static final int LARGEST_PAGE = 5;

    private final Tools tools;
    private final int chunk;
    private final Set<PolicyHash> remembered = new HashSet<>();
    private int pageSize;
    private WorkPart part;

    SweepWork(Tools tools, int chunk, WorkPart part) {
        this.tools = tools;
        this.chunk = chunk;
        this.pageSize = chunk;
        this.part = part;
    }

    /** What the work on all parts shares. */
    record Tools(
            Runs runs,
            Ledger ledger,
            Population population,
            Deciding<?> deciding,
            Poster poster,
            OutcomeStore outcomes,
            PolicyRecord policies,
            UnaryOperator<Policy> base) {}

    /** Nobody else posts to these accounts until the chunk has ended, so that what is read is what is posted to. */
    @Override
    public @Nullable List<PagedHead> read() {
        tools.runs().fence(part);
        if (part.isDone()) {
            return null;
        }
        tools.ledger().lock(firstPartition(part.span()), lastPartition(part.span()));
        List<PagedHead> page = tools.population().page(part, pageSize);
        return page.isEmpty() ? null : page;
    }

    private static int firstPartition(Span span) {
        return span.after() < 0 ? 0 : Math.min(new AccountId(span.after() + 1).partition(), LAST_PARTITION);
    }

    private static int lastPartition(Span span) {
        return Math.min(new AccountId(span.upTo()).partition(), LAST_PARTITION);
    }

    @Override
    public List<Decided> decide(List<PagedHead> page) {
        return tools.deciding().decide(page);
    }

    @Override
    public void post(List<Decided> chunkDecided) {
        chunkDecided.forEach(this::remember);
        Outcomes outcomes = tools.poster().post(chunkDecided);
        tools.outcomes().keep(part.runId(), part.pass(), outcomes.kept());
        Tally tally = outcomes.tally();
        WorkPart advanced = part.advanced(chunkDecided.getLast().account().value(), chunkDecided.size(), tally);
        tools.runs().advance(advanced);
        part = advanced;
        long written = tally.total() - tally.of(AccountOutcome.NOTHING) - tally.of(AccountOutcome.NOT_ELIGIBLE);
        pageSize = written * 10 < chunkDecided.size() ? chunk * LARGEST_PAGE : chunk;
    }

    /** The content of every policy that something is posted by is on record. */
    private void remember(Decided decided) {
        if (decided.view() == null || !(decided.decision() instanceof Decision.Post)) {
            return;
        }
        Policy policy = decided.view().policy();
        if (remembered.add(policy.hash())) {
            tools.policies().remember(tools.base().apply(policy), policy);
        }
    }
}
