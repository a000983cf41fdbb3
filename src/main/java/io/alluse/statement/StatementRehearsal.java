package io.alluse.statement;

import io.alluse.account.PoliciesInForce;
import io.alluse.broker.LineProblem;
import io.alluse.broker.Stated;
import io.alluse.calendar.BusinessDay;
import io.alluse.intent.Intents;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Movement;
import io.alluse.lot.Lots;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads and judges as an import would, in temporary tables; writes nothing, has no run and holds no lock. */
public final class StatementRehearsal {

    private static final String REF = "dry-run";
    private static final long NO_RUN = 0;
    private static final int MOST_TOLD = 1_000;

    private final Session session;
    private final BusinessDay date;
    private final StageStore stage;
    private final Desk desk;
    private final Map<Verdict.Kind, Long> lines = new EnumMap<>(Verdict.Kind.class);
    private final List<Verdict> rejected = new ArrayList<>();
    private final List<LineProblem> warnings = new ArrayList<>();
    private final List<Stated.OpeningCash> openings = new ArrayList<>();
    private long posted;
    private Balances moved = Balances.ZERO;

    private StatementRehearsal(Session session, PolicyBook book, BusinessDay date) {
        this.session = session;
        this.date = date;
        this.stage = new StageStore(session);
        this.desk = new Desk(
                new FactsStore(session),
                new Lots(session),
                new Intents(session),
                new KeptLineStore(session),
                new Ledger(session),
                new PoliciesInForce(session, book),
                date);
    }

    public static StatementPreview of(
            Session session,
            PolicyBook book,
            Path file,
            @Nullable String format,
            @Nullable String account,
            BusinessDay date) {
        return session.rehearsal(() -> new StatementRehearsal(session, book, date).judged(file, format, account));
    }

    private StatementPreview judged(Path file, @Nullable String format, @Nullable String account) {
        @Nullable Long unnamed = account == null ? null : AccountNames.ofOurs(session, account);
        stage.rehearse();
        AccountNames names = new AccountNames(new NameStore(session), unnamed);
        StatementStaging.Staged read =
                new StatementStaging(stage, names, NO_RUN, date.date(), kept()).stageOf(account, file, format);
        stage.fillPages(NO_RUN, StatementImport.PAGE, true);
        Pages pages = new Pages(stage, desk, REF);
        Pages.Rehearsal rehearsal = pages.rehearsal(
                new StatementBalances(session).settledBy(FirstBalances.of(openings, names, read.first())));
        new PageStore(session)
                .pages(NO_RUN)
                .forEach(page -> rehearsal.judged(pages.read(page)).forEach(this::add));
        return new StatementPreview(read.format(), read.seen(), counts(), moved, rejected, warnings);
    }

    private LineCounts counts() {
        return new LineCounts(
                posted,
                lines.getOrDefault(Verdict.Kind.DUPLICATE, 0L),
                lines.getOrDefault(Verdict.Kind.IGNORED, 0L),
                lines.getOrDefault(Verdict.Kind.REJECTED, 0L));
    }

    private void add(Judged judged) {
        posted += judged.posted();
        judged.verdicts().forEach(this::add);
        List<Movement> movements = judged.took().stream()
                .flatMap(took -> took.moved().movements().stream())
                .toList();
        moved = moved.after(movements);
    }

    private void add(Verdict verdict) {
        lines.merge(verdict.kind(), verdict.lines(), Long::sum);
        if (verdict.kind() == Verdict.Kind.REJECTED && rejected.size() < MOST_TOLD) {
            rejected.add(verdict);
        }
    }

    private StatementStaging.Kept kept() {
        return new StatementStaging.Kept() {
            @Override
            public void verdicts(List<Verdict> some) {
                some.forEach(StatementRehearsal.this::add);
            }

            @Override
            public void stated(Stated stated) {
                // all else that the file states is compared once it has been posted
                if (stated instanceof Stated.OpeningCash opening) {
                    openings.add(opening);
                }
            }

            @Override
            public void warned(List<LineProblem> some) {
                warnings.addAll(some.subList(0, Math.min(some.size(), MOST_TOLD - warnings.size())));
            }
        };
    }
}
