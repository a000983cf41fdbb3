package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.account.Brokerage;
import io.alluse.account.BrokerageReference;
import io.alluse.audit.Act;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;

/** Says what the broker calls the account that serves ours, and how far it is: requested, opened, confirmed, released (docs/rules.md 1). */
public final class BrokerageMapping {

    private static final int LINES_PER_PAGE = 2_000;
    private static final int ATTEMPTS = 5;

    private final Session session;
    private final MappingWork work;
    private final RequestFile requests;

    public BrokerageMapping(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.work = new MappingWork(session, book, audit);
        this.requests = new RequestFile(session);
    }

    /** What one act came to. */
    public record Mapped(String code, String state, long activated) {}

    /** One brokerage account; anything that stands against it is a fault. */
    public Mapped map(String code, BrokerageReference reference, Brokerage state, Act act, boolean dryRun) {
        MappingLine line = new MappingLine(1, code, reference, state);
        int partition = partition(code);
        return once(
                code,
                reference.text(),
                state,
                dryRun
                        ? () -> session.transaction(() -> work.preview(partition, List.of(line), act))
                        : () -> repeatedly(
                                () -> session.transaction(() -> work.map(partition, List.of(line), act, null))));
    }

    /** Of a closed account. */
    public Mapped release(String code, Act act, boolean dryRun) {
        int partition = partition(code);
        return once(
                code,
                "",
                Brokerage.RELEASED,
                () -> session.transaction(
                        () -> dryRun ? work.previewRelease(partition, code, act) : work.release(partition, code, act)));
    }

    /** Where something stands against it, nothing has been written. */
    private static Mapped once(String code, String reference, Brokerage to, Supplier<MappingWork.Done> work) {
        MappingWork.Done done = work.get();
        mustBeNew(code, reference, done.decisions().getFirst());
        return new Mapped(code, to.word(), done.activated());
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
            pages(file).forEach(page -> count.add(page.lines(), session.transaction(() -> page.preview(act))));
        } else if (allOrNothing) {
            MappingRefused.where(count);
            repeatedly(() -> session.transaction(() -> mapWhole(file, act, count)));
        } else {
            mapPages(file, act, count);
        }
        return count.report();
    }

    private MappingCount mapWhole(MappingFile file, Act act, MappingCount count) {
        count.clear();
        Long audited = null;
        for (Page page : pages(file)) {
            MappingWork.Done done = page.map(act, audited);
            count.add(page.lines(), done);
            audited = done.auditId();
        }
        MappingRefused.where(count);
        return count;
    }

    /** A page that is taken back leaves the audit as the pages before it have it. */
    private void mapPages(MappingFile file, Act act, MappingCount count) {
        Long audited = null;
        for (Page page : pages(file)) {
            Long before = audited;
            MappingWork.Done done = repeatedly(() -> session.transaction(() -> page.map(act, before)));
            count.add(page.lines(), done);
            audited = done.auditId();
        }
    }

    /** Lines of one table partition, in the order of the file. */
    private record Page(MappingWork work, int partition, List<MappingLine> lines) {

        MappingWork.Done map(Act act, @Nullable Long audited) {
            return work.map(partition, lines, act, audited);
        }

        MappingWork.Done preview(Act act) {
            return work.preview(partition, lines, act);
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
