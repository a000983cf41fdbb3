package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Audit;
import io.alluse.fault.Fault;
import io.alluse.lifecycle.MappingDecision.Already;
import io.alluse.lifecycle.MappingDecision.Refuse;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;

/** Says what the broker calls the account that serves ours, and how far it is: requested, opened, confirmed, released (docs/rules.md 1). */
public final class BrokerageMapping {

    private static final int LINES_PER_PAGE = 2_000;
    private static final int ATTEMPTS = 5;

    private final Session session;
    private final MappingWork work;
    private final RequestFile requests;
    private final Audit audit;

    public BrokerageMapping(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.work = new MappingWork(session, book, audit);
        this.requests = new RequestFile(session);
        this.audit = audit;
    }

    /** What one act came to. */
    public record Mapped(String code, String state, long activated) {}

    /** One brokerage account; anything that stands against it is a fault. */
    public Mapped map(String code, BrokerageReference reference, Brokerage state, Act act, boolean dryRun) {
        MappingLine line = new MappingLine(1, code, reference, state);
        return once(
                code,
                reference.text(),
                state,
                act,
                dryRun,
                audited -> work.map(partition(code), List.of(line), act, audited));
    }

    /** Of a closed account. */
    public Mapped release(String code, Act act, boolean dryRun) {
        return once(
                code,
                "",
                Brokerage.RELEASED,
                act,
                dryRun,
                audited -> work.release(partition(code), code, act, audited));
    }

    private Mapped once(
            String code,
            String reference,
            Brokerage to,
            Act act,
            boolean dryRun,
            LongFunction<MappingWork.Done> posting) {
        Supplier<Mapped> work = () -> {
            MappingWork.Done done = posting.apply(audit.begin(act.reason(), null));
            mustBeNew(code, reference, done.decisions().getFirst());
            return new Mapped(code, to.word(), done.activated());
        };
        return dryRun ? session.rehearsal(work) : repeatedly(() -> session.transaction(work));
    }

    private static void mustBeNew(String code, String reference, MappingDecision decision) {
        switch (decision) {
            case MappingDecision.Map ignored -> {}
            case Already already ->
                throw Fault.conflict(code + " is already " + already.state().word() + "; nothing was changed");
            case Refuse refuse -> {
                boolean aboutCode = refuse.field().equals(MappingRule.CODE);
                throw Fault.of(refuse.exit(), (aboutCode ? code : "reference " + reference) + " " + refuse.reason());
            }
        }
    }

    /**
     * Rows without a reference stay open; what was mapped by an earlier attempt is counted as already there. Good rows are kept a page
     * at a time, or, where asked for, all or none.
     */
    public MappingReport mapFile(Path path, Act act, boolean allOrNothing, boolean dryRun) {
        MappingFile file = MappingFile.read(path);
        MappingCount count = new MappingCount(file);
        if (dryRun) {
            session.rehearsal(() -> mapAll(file, act, count));
        } else if (allOrNothing) {
            MappingRefused.where(count);
            repeatedly(() -> session.transaction(() -> mapWhole(file, act, count)));
        } else {
            long audited = session.transaction(() -> audit.begin(act.reason(), null));
            pages(file)
                    .forEach(page -> count.add(
                            page.lines(), repeatedly(() -> session.transaction(() -> page.map(act, audited)))));
        }
        return count.report();
    }

    private MappingCount mapWhole(MappingFile file, Act act, MappingCount count) {
        count.clear();
        mapAll(file, act, count);
        MappingRefused.where(count);
        return count;
    }

    private MappingCount mapAll(MappingFile file, Act act, MappingCount count) {
        long audited = audit.begin(act.reason(), null);
        pages(file).forEach(page -> count.add(page.lines(), page.map(act, audited)));
        return count;
    }

    /** Lines of one table partition, in the order of the file. */
    private record Page(MappingWork work, int partition, List<MappingLine> lines) {

        MappingWork.Done map(Act act, long audited) {
            return work.map(partition, lines, act, audited);
        }
    }

    /** Partitions in ascending order, as their locks are taken. */
    private List<Page> pages(MappingFile file) {
        Map<Integer, List<MappingLine>> parts = file.lines().stream()
                .collect(Collectors.groupingBy(line -> partition(line.code()), TreeMap::new, Collectors.toList()));
        List<Page> pages = new ArrayList<>();
        parts.forEach((partition, lines) -> {
            for (int from = 0; from < lines.size(); from += LINES_PER_PAGE) {
                int to = Math.min(from + LINES_PER_PAGE, lines.size());
                pages.add(new Page(work, partition, lines.subList(from, to)));
            }
        });
        return pages;
    }

    /** A code tells the main account and so the place; one that no main account can have is looked for in vain anywhere. */
    private static int partition(String code) {
        long number = Accounts.mainNumber(code).orElse(0);
        return number < 1 || number > AccountId.MOST_MAINS
                ? 0
                : AccountId.ofMain(number).partition();
    }

    /** A reference that someone else takes at this moment is found taken the next time. */
    private static <T> T repeatedly(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (DuplicateKeyException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** Writes the brokerage accounts that are not confirmed yet as a file that {@link #mapFile} takes back; returns their number. */
    public long writeRequests(Appendable out) {
        return requests.write(out);
    }
}
