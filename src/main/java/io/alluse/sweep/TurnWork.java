package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.ledger.PagedHead;
import io.alluse.run.PartWork;
import io.alluse.run.WorkPart;
import io.alluse.sql.Infrastructure;
import io.alluse.sql.Session;
import io.alluse.sweep.Decision.Candidate;
import io.alluse.sweep.TurnJob.Carried;
import io.alluse.sweep.TurnJob.Due;
import io.alluse.sweep.TurnStore.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out the candidates of one part, many per transaction: fence, posting lock, read, decide again, post, count. One that the
 * database refuses is found by halving and set aside.
 */
final class TurnWork implements PartWork<List<Turn>, TurnWork.DecidedTurns> {

    private static final Logger LOG = LoggerFactory.getLogger(TurnWork.class);

    private final SweepWork.Tools tools;
    private final Session session;
    private final TurnStore store;
    private final TurnJob.Hand hand;
    private final int chunk;
    private final PolicyMemory policies;
    private WorkPart part;

    TurnWork(SweepWork.Tools tools, Session session, TurnStore store, TurnJob.Hand hand, int chunk, WorkPart part) {
        this.tools = tools;
        this.session = session;
        this.store = store;
        this.hand = hand;
        this.chunk = chunk;
        this.policies = new PolicyMemory(tools);
        this.part = part;
    }

    /** What has become of each candidate since it was found, in the order of the turns. */
    record DecidedTurns(List<Turn> turns, List<Decided> decided) {}

    @Override
    public @Nullable List<Turn> read() {
        tools.runs().fence(part);
        if (part.isDone()) {
            return null;
        }
        Turns.partition(part)
                .ifPresentOrElse(tools.ledger()::lock, () -> tools.ledger().lock(0, AccountId.PARTITIONS - 1));
        List<Turn> turns = store.turns(part.runId(), part.pass(), part.part(), part.position(), chunk);
        return turns.isEmpty() ? null : turns;
    }

    @Override
    public DecidedTurns decide(List<Turn> turns) {
        List<PagedHead> heads =
                tools.ledger().page(turns.stream().map(Turn::account).toList());
        Map<AccountId, Decided> decided = tools.deciding().decide(heads).stream()
                .collect(Collectors.toMap(Decided::account, Function.identity()));
        return new DecidedTurns(
                turns,
                turns.stream()
                        .map(turn -> Objects.requireNonNull(decided.get(turn.account())))
                        .toList());
    }

    @Override
    public void post(DecidedTurns page) {
        hand.begin();
        Outcomes outcomes = new Outcomes();
        Map<Integer, List<Due>> due = new TreeMap<>();
        List<Decided> others = new ArrayList<>();
        for (Decided decided : page.decided()) {
            if (decided.decision() instanceof Candidate candidate) {
                policies.remember(decided);
                AccountView view = Objects.requireNonNull(decided.view());
                due.computeIfAbsent(decided.account().partition(), partition -> new ArrayList<>())
                        .add(new Due(view, candidate));
            } else {
                others.add(decided);
            }
        }
        due.forEach((partition, some) -> tryAll(partition, some, outcomes));
        Outcomes elsewhere = tools.poster().post(others);
        tools.outcomes().keep(part.runId(), part.pass(), outcomes.kept());
        tools.outcomes().keep(part.runId(), part.pass(), elsewhere.kept());
        WorkPart advanced = part.advanced(
                page.turns().getLast().seq(),
                page.turns().size(),
                outcomes.tally().plus(elsewhere.tally()));
        tools.runs().advance(advanced);
        part = advanced;
    }

    private void tryAll(int partition, List<Due> due, Outcomes outcomes) {
        try {
            Carried carried = session.orTakenBack(() -> hand.carryOut(partition, due));
            outcomes.posted(due.size(), carried.moved(), carried.digest());
        } catch (RuntimeException e) {
            if (Infrastructure.isOfTheDatabase(e) && !Infrastructure.isOfTheData(e)) {
                throw e;
            }
            if (due.size() == 1) {
                setAside(due.getFirst(), e, outcomes);
            } else {
                tryAll(partition, due.subList(0, due.size() / 2), outcomes);
                tryAll(partition, due.subList(due.size() / 2, due.size()), outcomes);
            }
        }
    }

    private static void setAside(Due due, RuntimeException e, Outcomes outcomes) {
        String reason = "it cannot be carried out: " + Infrastructure.wordsOf(e);
        LOG.info("{} is set aside: {}", due.view().head().chain().code(), reason);
        LOG.debug("{} cannot be carried out", due.view().head().chain().code(), e);
        outcomes.setAside(due.view().head().chain().account(), reason);
    }
}
