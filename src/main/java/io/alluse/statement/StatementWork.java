package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.account.PolicyRecord;
import io.alluse.holding.HoldingChanges;
import io.alluse.holding.Lot;
import io.alluse.intent.Intents;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Balances;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.RunDigest;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyHash;
import io.alluse.run.AccountOutcome;
import io.alluse.run.PartWork;
import io.alluse.run.Runs;
import io.alluse.run.Tally;
import io.alluse.run.WorkPart;
import io.alluse.statement.Book.Member;
import io.alluse.statement.Judged.Settled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Posts one part of a statement, a page per transaction: fence, posting lock, read, judge, post, count. */
final class StatementWork implements PartWork<StatementWork.ReadPage, StatementWork.JudgedPage> {

    private final Tools tools;
    private final Set<PolicyHash> remembered = new HashSet<>();
    private WorkPart part;

    StatementWork(Tools tools, WorkPart part) {
        this.tools = tools;
        this.part = part;
    }

    record ReadPage(StatementPage page, List<Pages.Lines> lines) {}

    record JudgedPage(StatementPage page, List<Judged> judged) {}

    /** What the work on all parts shares. */
    record Tools(
            Runs runs,
            Ledger ledger,
            PageStore cut,
            VerdictStore verdicts,
            Lots lots,
            Intents intents,
            KeptLineStore kept,
            Settling settling,
            BackdatedLotStore backdated,
            Pages pages,
            StatementPostings postings,
            String ref,
            boolean wholeFile,
            PolicyRecord policies,
            UnaryOperator<Policy> base) {}

    /** Nobody else posts to these accounts until the chunk has ended, so that what is read is what is posted to. */
    @Override
    public @Nullable ReadPage read() {
        tools.runs().fence(part);
        @Nullable
        StatementPage page =
                tools.cut().page(part.runId(), part.part(), part.position()).orElse(null);
        if (page == null) {
            return null;
        }
        tools.ledger().lock(page.partition());
        return new ReadPage(page, tools.pages().read(page));
    }

    @Override
    public JudgedPage decide(ReadPage read) {
        return new JudgedPage(read.page(), tools.pages().judged(read.lines()));
    }

    @Override
    public void post(JudgedPage decided) {
        StatementPage page = decided.page();
        List<Judged> judged = decided.judged();
        judged.forEach(this::mustStandAsJudged);
        List<Posting> postings = postings(judged);
        RunDigest digest = tools.ledger().append(page.partition(), postings, part.runId());
        Map<AccountId, HoldingChanges> changes = changes(judged);
        tools.lots().keep(page.partition(), changes);
        tools.ledger().bind(page.partition(), bound(judged, changes));
        tools.backdated().keep(part.runId(), backdated(judged, changes));
        tools.kept().keep(page.partition(), part.runId(), judged);
        settle(judged);
        announce(judged, postings);
        tools.intents().fill(IntentFills.of(judged, postings, tools.ref()));
        List<Verdict> verdicts = verdicts(judged);
        tools.verdicts().keep(part.runId(), verdicts);
        WorkPart advanced = part.advanced(page.page(), page.lines(), tally(judged, verdicts, postings, digest));
        tools.runs().advance(advanced);
        part = advanced;
    }

    /** All was well when the whole file was judged; what has changed since then, such as an account that was closed, is not overlooked. */
    private void mustStandAsJudged(Judged one) {
        if (tools.wholeFile() && !one.refused().isEmpty()) {
            Map.Entry<Long, String> first = one.refused().entrySet().iterator().next();
            throw new IllegalStateException("line " + first.getKey() + " could be posted a moment ago, but now: "
                    + first.getValue() + "; to post the rest, give the same command again with --accept-partial");
        }
    }

    private List<Posting> postings(List<Judged> judged) {
        List<Posting> postings = new ArrayList<>();
        for (Judged one : judged) {
            if (!one.took().isEmpty()) {
                one.book().members().forEach(member -> remember(member.policy()));
            }
            postings.addAll(tools.postings().of(one));
        }
        return postings;
    }

    /** The content of every policy that something is posted by is on record. */
    private void remember(Policy policy) {
        if (remembered.add(policy.hash())) {
            tools.policies().remember(tools.base().apply(policy), policy);
        }
    }

    private static Map<AccountId, HoldingChanges> changes(List<Judged> judged) {
        Map<AccountId, HoldingChanges> changes = new HashMap<>();
        for (Judged one : judged) {
            one.book()
                    .members()
                    .forEach(member -> changes.put(
                            member.head().chain().account(), member.holdings().changes()));
        }
        return changes;
    }

    /** Of the accounts for which it is another sum than before. */
    private static Map<AccountId, Money> bound(List<Judged> judged, Map<AccountId, HoldingChanges> changes) {
        Map<AccountId, Money> bound = new HashMap<>();
        for (Judged one : judged) {
            for (Member member : one.book().members()) {
                AccountId account = member.head().chain().account();
                Money now = Objects.requireNonNull(changes.get(account)).bound();
                if (!now.equals(member.head().bound())) {
                    bound.put(account, now);
                }
            }
        }
        return bound;
    }

    private static Map<AccountId, List<Lot>> backdated(List<Judged> judged, Map<AccountId, HoldingChanges> changes) {
        Map<AccountId, List<Lot>> backdated = new HashMap<>();
        for (Judged one : judged) {
            for (Member member : one.book().members()) {
                AccountId account = member.head().chain().account();
                List<Lot> opened = Objects.requireNonNull(changes.get(account)).opened();
                backdated.put(
                        account, opened.stream().filter(one.book()::isBackdated).toList());
            }
        }
        return backdated;
    }

    private void settle(List<Judged> judged) {
        List<FactsStore.Settlement> settlements = new ArrayList<>();
        for (Judged one : judged) {
            for (Settled settled : one.settled()) {
                String line = LineIds.of(tools.ref(), settled.line());
                settled.announced()
                        .forEach(announced -> settlements.add(new FactsStore.Settlement(
                                announced, line, settled.line().activity().effective())));
            }
        }
        tools.settling().settle(settlements);
    }

    /** What is announced to the one who receives lines of a merged account is announced to that account's broker as well. */
    private void announce(List<Judged> judged, List<Posting> postings) {
        for (Judged one : judged) {
            ChainHead merged = one.book().receivedFor();
            if (merged != null) {
                AccountId target =
                        one.book().members().getFirst().head().chain().account();
                List<Announcement> announced = postings.stream()
                        .filter(posting -> posting.after().account().equals(target))
                        .flatMap(posting -> posting.announcements().stream())
                        .toList();
                tools.settling().announce(merged, target, announced);
            }
        }
    }

    private static List<Verdict> verdicts(List<Judged> judged) {
        return Verdicts.merged(
                judged.stream().flatMap(one -> one.verdicts().stream()).toList());
    }

    private static Tally tally(List<Judged> judged, List<Verdict> verdicts, List<Posting> postings, RunDigest digest) {
        Map<AccountOutcome, Long> counts = new HashMap<>();
        counts.put(
                AccountOutcome.POSTED, judged.stream().mapToLong(Judged::posted).sum());
        counts.put(
                AccountOutcome.NOTHING,
                lines(verdicts, Verdict.Kind.DUPLICATE) + lines(verdicts, Verdict.Kind.IGNORED));
        counts.put(AccountOutcome.SET_ASIDE, lines(verdicts, Verdict.Kind.REJECTED));
        List<Movement> movements = new ArrayList<>();
        postings.forEach(posting -> movements.addAll(posting.movements()));
        return new Tally(counts, Tally.NONE.reasons(), Balances.ofMovements(movements), digest);
    }

    private static long lines(List<Verdict> verdicts, Verdict.Kind kind) {
        return verdicts.stream()
                .filter(verdict -> verdict.kind() == kind)
                .mapToLong(Verdict::lines)
                .sum();
    }
}
