package io.alluse.statement;

import io.alluse.activity.Activity;
import io.alluse.holding.Holdings;
import io.alluse.holding.HoldingsStart;
import io.alluse.holding.Lot;
import io.alluse.intent.FillableIntents;
import io.alluse.intent.KeptIntent;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A brokerage account while its lines are judged: the accounts it serves, what they hold, and what is announced to them. */
final class Book {

    private final Facts facts;
    private final List<Member> members;
    private final List<OpenAnnouncement> announced;

    private Book(Facts facts) {
        this.facts = facts;
        this.members = facts.accounts().stream().map(Member::new).toList();
        this.announced = new ArrayList<>(facts.announced());
    }

    /**
     * As they are in the database.
     *
     * @param receivedFor the account that was merged, where it is served by the one that received it
     * @param latest the last day of which lines have been taken, if there is one
     */
    record Facts(
            long brokerage,
            boolean shared,
            @Nullable ChainHead receivedFor,
            List<AccountFacts> accounts,
            List<OpenAnnouncement> announced,
            Map<DuplicateRule.Kept, Integer> kept,
            @Nullable LocalDate latest) {

        Book open() {
            return new Book(this);
        }
    }

    record AccountFacts(
            AccountHead head, Tier tier, Policy policy, List<Lot> open, int lastLot, List<KeptIntent> intents) {}

    /** One of the accounts that are served. */
    static final class Member {

        private final AccountFacts facts;
        private final Holdings holdings;
        private final FillableIntents intents;

        private Member(AccountFacts facts) {
            this.facts = facts;
            this.holdings = Holdings.of(new HoldingsStart(
                    facts.open(),
                    facts.lastLot(),
                    facts.head().balances(),
                    facts.head().base(),
                    outgoing(facts.tier())));
            this.intents = new FillableIntents(facts.intents());
        }

        private static LedgerAccount outgoing(Tier tier) {
            return switch (tier) {
                case GEN, REV -> LedgerAccount.WITHDRAWALS;
                case COM -> LedgerAccount.SUSPENSE;
            };
        }

        AccountHead head() {
            return facts.head();
        }

        String code() {
            return facts.head().chain().code();
        }

        Tier tier() {
            return facts.tier();
        }

        Policy policy() {
            return facts.policy();
        }

        Holdings holdings() {
            return holdings;
        }

        /** What was open before the first line, by number. */
        Map<Integer, Lot> before() {
            return facts.open().stream().collect(Collectors.toMap(Lot::no, Function.identity()));
        }

        /** Which of its order intents may be filled. */
        FillableIntents intents() {
            return intents;
        }

        /** Unless it holds the opposite: then the trade closes that first. */
        boolean canOpen(Activity trade) {
            return trade.instrument() == null
                    || holdings.open(trade.instrument()).stream()
                            .noneMatch(lot -> lot.openQuantity().signum()
                                    == -trade.quantity().signum());
        }

        /** A closed account accepts nothing (docs/rules.md 8), nor does one that a merge has emptied. */
        boolean isOpen() {
            return switch (facts.head().state()) {
                case CLOSED, MERGING -> false;
                case SAFE, ACTIVE, FORKING, SUSPENDED, ERROR -> true;
            };
        }
    }

    /** The end of the chain of the account that was merged, where another one receives what still arrives for it. */
    @Nullable
    ChainHead receivedFor() {
        return facts.receivedFor();
    }

    long brokerage() {
        return facts.brokerage();
    }

    /** Whether lines of its day, or of later ones, had been taken before: it may have come too late for them (docs/rules.md 9.5). */
    boolean isBackdated(Lot lot) {
        return facts.latest() != null && !lot.opened().isAfter(facts.latest());
    }

    /** Whether several accounts share it ({@code per-main}). */
    boolean isShared() {
        return facts.shared();
    }

    /** In the order of their ids. */
    List<Member> members() {
        return members;
    }

    List<OpenAnnouncement> announced() {
        return announced;
    }

    void settle(Collection<OpenAnnouncement> settled) {
        announced.removeAll(settled);
    }
}
