package io.alluse.statement;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.holding.Lot;
import io.alluse.intent.Intents;
import io.alluse.intent.KeptIntent;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.lot.Lots;
import io.alluse.policy.Policy;
import io.alluse.statement.Book.AccountFacts;
import io.alluse.statement.DuplicateRule.Kept;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what there is to know of the brokerage accounts of a page before its lines are judged: a query per kind of fact. */
final class Desk {

    private final FactsStore facts;
    private final Lots lots;
    private final Intents intents;
    private final KeptLineStore kept;
    private final Ledger ledger;
    private final PoliciesInForce policies;
    private final BusinessDay date;

    Desk(
            FactsStore facts,
            Lots lots,
            Intents intents,
            KeptLineStore kept,
            Ledger ledger,
            PoliciesInForce policies,
            BusinessDay date) {
        this.facts = facts;
        this.lots = lots;
        this.intents = intents;
        this.kept = kept;
        this.ledger = ledger;
        this.policies = policies;
        this.date = date;
    }

    /** In the order of the brokerage accounts. */
    SortedMap<Long, Book.Facts> facts(StatementPage page, Collection<Long> brokerages) {
        SortedMap<Long, List<AccountId>> served = facts.served(brokerages);
        Map<Long, Map<Kept, Integer>> lines =
                kept.between(page.partition(), brokerages, page.firstDay(), page.lastDay());
        Map<Long, LocalDate> latest = kept.latest(page.partition(), brokerages);
        Accounts accounts = new Accounts(page, served.values());
        SortedMap<Long, Book.Facts> books = new TreeMap<>();
        served.forEach((brokerage, theirs) -> books.put(
                brokerage,
                new Book.Facts(
                        brokerage,
                        new AccountId(brokerage).isMain(),
                        accounts.receivedFor(theirs),
                        accounts.of(theirs),
                        accounts.announced(theirs),
                        lines.getOrDefault(brokerage, Map.of()),
                        latest.get(brokerage))));
        return books;
    }

    /** All accounts that are served on a page, read together. */
    private final class Accounts {

        private final Map<AccountId, PagedHead> heads = new HashMap<>();
        private final Map<AccountId, AccountId> merged;
        private final Map<AccountId, Policy> inForce;
        private final Map<AccountId, List<Lot>> open;
        private final Map<AccountId, Integer> last;
        private final Map<AccountId, List<KeptIntent>> fillable;
        private final Map<AccountId, List<OpenAnnouncement>> announced;

        Accounts(StatementPage page, Collection<List<AccountId>> served) {
            List<AccountId> asked = served.stream().flatMap(List::stream).toList();
            ledger.page(asked).forEach(head -> heads.put(head.id(), head));
            merged = facts.mergedInto(served.stream()
                    .filter(theirs -> theirs.size() == 1)
                    .map(List::getFirst)
                    .filter(this::isGone)
                    .toList());
            List<AccountId> ids = merged.isEmpty() ? asked : withTargets(asked);
            inForce = policies.of(ids, date.date());
            open = lots.open(page.partition(), ids);
            last = lots.last(ids);
            fillable = intents.fillable(page.partition(), ids, page.firstDay());
            announced = facts.announced(ids);
        }

        private boolean isGone(AccountId id) {
            @Nullable PagedHead paged = heads.get(id);
            return paged != null
                    && paged.head() != null
                    && (paged.head().state() == AccountState.CLOSED
                            || paged.head().state() == AccountState.MERGING);
        }

        private List<AccountId> withTargets(List<AccountId> asked) {
            List<AccountId> targets = merged.values().stream()
                    .distinct()
                    .filter(id -> !heads.containsKey(id))
                    .sorted()
                    .toList();
            ledger.page(targets).forEach(head -> heads.put(head.id(), head));
            return Stream.concat(asked.stream(), targets.stream()).sorted().toList();
        }

        List<AccountFacts> of(List<AccountId> ids) {
            return ids.stream().map(this::of).toList();
        }

        /** Orders are carried out at the account's own broker. */
        private AccountFacts of(AccountId asked) {
            boolean isMerged = merged.containsKey(asked);
            AccountId id = merged.getOrDefault(asked, asked);
            PagedHead paged = paged(id);
            return new AccountFacts(
                    Objects.requireNonNull(paged.head()),
                    paged.tier(),
                    Objects.requireNonNull(inForce.get(id)),
                    open.getOrDefault(id, List.of()),
                    last.getOrDefault(id, 0),
                    isMerged ? List.of() : fillable.getOrDefault(id, List.of()));
        }

        private PagedHead paged(AccountId id) {
            @Nullable PagedHead paged = heads.get(id);
            if (paged == null || paged.head() == null) {
                throw Fault.conflict("the row of account " + id.value() + " cannot be read: "
                        + (paged == null ? "it is gone" : paged.unreadable()));
            }
            return paged;
        }

        @Nullable
        ChainHead receivedFor(List<AccountId> ids) {
            AccountId only = ids.getFirst();
            return merged.containsKey(only)
                    ? Objects.requireNonNull(paged(only).head()).chain()
                    : null;
        }

        List<OpenAnnouncement> announced(List<AccountId> ids) {
            List<OpenAnnouncement> all = new ArrayList<>();
            ids.forEach(id -> all.addAll(announced.getOrDefault(id, List.of())));
            return all;
        }
    }
}
