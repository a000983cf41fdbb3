package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.account.PolicyRecord;
import io.alluse.ledger.Ledger;
import io.alluse.policy.Policy;
import io.alluse.run.AccountOutcome;
import io.alluse.run.PartWork;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.run.WorkPart.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Walks one part of a sweep, a page per transaction: fence, posting lock, read, decide, post, count. */
final class SweepWork implements PartWork<Page, SweepWork.DecidedPage> {

    private static final int LAST_PARTITION = AccountId.PARTITIONS - 1;

    private final Tools tools;
    private final Pages pages;
    private final PolicyMemory policies;
    private WorkPart part;

    SweepWork(Tools tools, Pages pages, WorkPart part) {
        this.tools = tools;
        this.pages = pages;
        this.policies = new PolicyMemory(tools);
        this.part = part;
    }

    /** A page with a decision for each of its accounts. */
    record DecidedPage(Page page, List<Decided> decided) {}

    /** What the work on all parts shares. */
    record Tools(
            Runs runs,
            Ledger ledger,
            Deciding<?> deciding,
            Poster poster,
            OutcomeStore outcomes,
            TurnStore turns,
            PolicyRecord policies,
            UnaryOperator<Policy> base) {

        Tools with(Deciding<?> other) {
            return new Tools(runs, ledger, other, poster, outcomes, turns, policies, base);
        }
    }

    /** Nobody else posts to these accounts until the chunk has ended, so that what is read is what is posted to. */
    @Override
    public @Nullable Page read() {
        tools.runs().fence(part);
        if (part.isDone()) {
            return null;
        }
        tools.ledger().lock(firstPartition(part.span()), lastPartition(part.span()));
        return pages.next(part);
    }

    private static int firstPartition(Span span) {
        return span.after() < 0 ? 0 : Math.min(new AccountId(span.after() + 1).partition(), LAST_PARTITION);
    }

    private static int lastPartition(Span span) {
        return Math.min(new AccountId(span.upTo()).partition(), LAST_PARTITION);
    }

    @Override
    public DecidedPage decide(Page page) {
        List<Decided> decided = new ArrayList<>(page.decided());
        decided.addAll(tools.deciding().decide(page.open()));
        return new DecidedPage(page, decided);
    }

    @Override
    public void post(DecidedPage chunk) {
        chunk.decided().forEach(this::remember);
        Outcomes outcomes = tools.poster().post(chunk.decided());
        tools.outcomes().keep(part.runId(), part.pass(), outcomes.kept());
        tools.turns().keep(part.runId(), part.pass(), outcomes.candidates());
        Tally tally = outcomes.tally();
        WorkPart advanced =
                part.advanced(chunk.page().last().value(), chunk.decided().size(), tally);
        tools.runs().advance(advanced);
        part = advanced;
        pages.learn(
                chunk.page(), tally.total() - tally.of(AccountOutcome.NOTHING) - tally.of(AccountOutcome.NOT_ELIGIBLE));
    }

    private void remember(Decided decided) {
        if (decided.decision() instanceof Decision.Post) {
            policies.remember(decided);
        }
    }
}
