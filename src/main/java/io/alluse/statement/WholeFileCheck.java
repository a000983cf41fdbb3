package io.alluse.statement;

import io.alluse.run.StopSignal;
import io.alluse.sql.Session;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Judges a whole file before any of it is posted; writes down what is rejected. */
final class WholeFileCheck {

    private final Session session;
    private final VerdictStore verdicts;
    private final PageStore cut;
    private final Pages pages;
    private final int threads;
    private final StopSignal stop;

    WholeFileCheck(Session session, Pages pages, int threads, StopSignal stop) {
        this.session = session;
        this.verdicts = new VerdictStore(session);
        this.cut = new PageStore(session);
        this.pages = pages;
        this.threads = threads;
        this.stop = stop;
    }

    /** Whether no line was rejected, by the reader of the file or by the accounts, and nobody has asked to stop. */
    boolean passes(long runId) {
        Collection<List<StatementPage>> parts = cut.pages(runId).stream()
                .collect(Collectors.groupingBy(StatementPage::part, TreeMap::new, Collectors.toList()))
                .values();
        Set<OpenAnnouncement> settled = new StatementBalances(session).settledAtStart(runId);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> checks = new ArrayList<>();
            parts.forEach(part -> checks.add(workers.submit(() -> check(runId, part, settled))));
            await(checks);
        }
        return !stop.isRequested() && verdicts.counts(runId).rejected() == 0;
    }

    private static void await(List<Future<?>> checks) {
        try {
            for (Future<?> check : checks) {
                check.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a statement was judged", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
        }
    }

    private void check(long runId, List<StatementPage> part, Set<OpenAnnouncement> settled) {
        Pages.Rehearsal rehearsal = pages.rehearsal(settled);
        for (StatementPage page : part) {
            if (stop.isRequested()) {
                return;
            }
            session.transaction(() -> check(runId, page, rehearsal));
        }
    }

    private void check(long runId, StatementPage page, Pages.Rehearsal rehearsal) {
        List<Verdict> rejected = rehearsal.judged(pages.read(page)).stream()
                .flatMap(judged -> judged.verdicts().stream())
                .filter(verdict -> verdict.kind() == Verdict.Kind.REJECTED)
                .toList();
        verdicts.keep(runId, Verdicts.merged(rejected));
    }
}
