package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Ledger;
import io.alluse.sql.Session;
import io.alluse.statement.FactsStore.Settlement;
import io.alluse.statement.StatedStore.Opening;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a statement says that it begins and ends with: before its lines are posted, and after it (docs/rules.md 4.2 and 9.3). */
final class StatementBalances {

    private static final int PAGE = 500;

    /** No brokerage account has it. */
    private static final AccountId FIRST = new AccountId(0);

    private final Session session;
    private final Ledger ledger;
    private final StatedStore stated;
    private final VerdictStore verdicts;
    private final FactsStore facts;
    private final Reconciliation reconciliation;

    StatementBalances(Session session) {
        this.session = session;
        this.ledger = new Ledger(session);
        this.stated = new StatedStore(session);
        this.verdicts = new VerdictStore(session);
        this.facts = new FactsStore(session);
        this.reconciliation = new Reconciliation(session);
    }

    /**
     * In the caller's transaction, once, before the first line is posted: a starting balance settles opening capital, so that a line of
     * the same amount is money of its own; what does not tie within the file is warned of.
     */
    void begin(long run, String ref, BusinessDay date) {
        verdicts.warn(run, stated.untiedChains(run));
        Map<AccountId, Opening> openings = byBrokerage(stated.openings(run));
        if (!openings.isEmpty()) {
            lock(openings.keySet());
            new Settling(session, date).settle(settlements(openings, ref));
        }
    }

    /** What {@link #begin} would settle; reads only. */
    Set<OpenAnnouncement> settledAtStart(long run) {
        return settledBy(stated.openings(run));
    }

    /** The same of a file that is not to be posted; one opening for each brokerage account. */
    Set<OpenAnnouncement> settledBy(Collection<Opening> openings) {
        return openings.isEmpty()
                ? Set.of()
                : settlements(byBrokerage(openings), "").stream()
                        .map(Settlement::announced)
                        .collect(Collectors.toSet());
    }

    private static Map<AccountId, Opening> byBrokerage(Collection<Opening> openings) {
        SortedMap<AccountId, Opening> sorted = new TreeMap<>();
        openings.forEach(opening -> sorted.put(opening.brokerage(), opening));
        return sorted;
    }

    private void lock(Collection<AccountId> brokerages) {
        brokerages.stream().mapToInt(AccountId::partition).distinct().sorted().forEach(ledger::lock);
    }

    private List<Settlement> settlements(Map<AccountId, Opening> openings, String ref) {
        SortedMap<Long, List<AccountId>> served =
                facts.served(openings.keySet().stream().map(AccountId::value).toList());
        Map<AccountId, List<OpenAnnouncement>> announced =
                facts.announced(served.values().stream().flatMap(List::stream).toList());
        List<Settlement> settlements = new ArrayList<>();
        served.forEach((brokerage, accounts) -> {
            List<OpenAnnouncement> open = accounts.stream()
                    .flatMap(account -> announced.getOrDefault(account, List.of()).stream())
                    .toList();
            if (!open.isEmpty()) {
                Opening opening = Objects.requireNonNull(openings.get(new AccountId(brokerage)));
                AnnouncementRule.settledBy(opening.balance(), open)
                        .forEach(one -> settlements.add(new Settlement(
                                one,
                                ref + ":" + opening.line(),
                                opening.balance().on())));
            }
        });
        return settlements;
    }

    /** Once everything is posted; again it changes nothing. Returns what does not tie, account by account. */
    List<Reconciled> end(long run, String statement) {
        List<Reconciled> differing = new ArrayList<>();
        pages(run, after -> stated.cash(run, statement, after, PAGE), differing);
        pages(run, after -> stated.positions(run, statement, after, PAGE), differing);
        return differing;
    }

    private void pages(long run, Function<AccountId, List<StatementEnd>> read, List<Reconciled> differing) {
        List<StatementEnd> page = read.apply(FIRST);
        while (!page.isEmpty()) {
            List<StatementEnd> ends = page;
            differing.addAll(session.transaction(() -> reconciled(run, ends)));
            page = read.apply(page.getLast().brokerage());
        }
    }

    private List<Reconciled> reconciled(long run, List<StatementEnd> ends) {
        lock(ends.stream().map(StatementEnd::brokerage).toList());
        return reconciliation.reconcile(ends, run).stream()
                .filter(one -> !one.ties())
                .toList();
    }
}
