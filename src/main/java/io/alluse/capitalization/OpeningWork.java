package io.alluse.capitalization;

import io.alluse.account.AccountOpening;
import io.alluse.account.PolicyOverrides;
import io.alluse.audit.Audit;
import io.alluse.audit.LogContext;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.run.PartWork;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the main accounts of one part of a plan, a page of whole main accounts per transaction. */
final class OpeningWork implements PartWork<List<StagedRow>, List<Opening>> {

    /** Main accounts per transaction, three accounts each. */
    static final int PAGE = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(OpeningWork.class);

    private final Tools tools;
    private final BusinessDay date;
    private final long auditId;
    private WorkPart part;

    OpeningWork(Tools tools, BusinessDay date, long auditId, WorkPart part) {
        this.tools = tools;
        this.date = date;
        this.auditId = auditId;
        this.part = part;
    }

    /** What opening needs, shared by the parts. */
    record Tools(
            PlanStore plans,
            PlanPolicies policies,
            Runs runs,
            AccountOpening accounts,
            PolicyOverrides overrides,
            Ledger ledger,
            Audit audit) {}

    @Override
    public @Nullable List<StagedRow> read() {
        List<StagedRow> page = tools.plans().walk(part.runId(), part.part(), part.position(), PAGE);
        return page.isEmpty() ? null : page;
    }

    @Override
    public List<Opening> decide(List<StagedRow> page) {
        return page.stream()
                .map(staged -> OpeningPostings.of(staged, tools.policies(), date))
                .toList();
    }

    /** Fence, posting locks in ascending order, rows, progress: one transaction. */
    @Override
    public void post(List<Opening> openings) {
        Map<Integer, List<Opening>> byPartition =
                openings.stream().collect(Collectors.groupingBy(Opening::partition, TreeMap::new, Collectors.toList()));
        tools.runs().fence(part);
        RunDigest digest = RunDigest.NONE;
        for (Map.Entry<Integer, List<Opening>> group : byPartition.entrySet()) {
            digest = digest.plus(open(group.getKey(), group.getValue()));
        }
        tools.audit()
                .entries(auditId, openings.stream().map(OpeningWork::audited).toList());
        Balances moved = openings.stream().map(Opening::moved).reduce(Balances.ZERO, Balances::plus);
        WorkPart advanced = part.advanced(
                openings.getLast().seq(), openings.size(), Tally.ofPosted(openings.size(), moved, digest));
        tools.runs().advance(advanced);
        part = advanced;
        if (LOG.isInfoEnabled()) {
            openings.forEach(this::log);
        }
    }

    private void log(Opening opening) {
        for (PlannedMain.PlannedAccount account : PlannedMain.of(opening).accounts()) {
            try (var _ = LogContext.run(part.runId());
                    var _ = LogContext.account(account.code())) {
                LOG.info("opened {} with {}, buffer {}", account.state(), account.capital(), account.buffer());
            }
        }
    }

    private RunDigest open(int partition, List<Opening> openings) {
        tools.ledger().lock(partition);
        tools.accounts().open(partition, openings.stream().map(Opening::main).toList(), part.runId());
        tools.overrides().keep(openings.stream().flatMap(Opening::changes).toList());
        List<Posting> postings = openings.stream()
                .flatMap(opening -> opening.postings().stream())
                .toList();
        return tools.ledger().open(partition, postings, part.runId());
    }

    private static Audit.Entry audited(Opening opening) {
        return new Audit.Entry(opening.main().code(), "opened", null);
    }
}
