package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import io.alluse.ledger.Glance;
import io.alluse.ledger.PastAccount;
import io.alluse.ledger.YearResult;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An account job: a rule, what it needs to know, and what its decisions come to. The engine does the rest.
 *
 * @param <F> the facts that the rule needs of an account besides the {@link AccountView}
 */
public interface SweepJob<F> {

    /** The name of the job, and the rule under which its events are posted. */
    String name();

    Set<Tier> tiers();

    /** Why it is not carried out for such a date; empty where it is. */
    default Optional<String> refusal(BusinessDay date) {
        return Optional.empty();
    }

    /** A date that the job is not for is refused before anything is begun. */
    default void mustBeFor(BusinessDay date) {
        refusal(date).ifPresent(why -> {
            throw Fault.usage(name() + ": " + date + " " + why);
        });
    }

    /** Whether a date is closed by its run, so that none before it can be run any more: what has been posted since counts after it. */
    default boolean closes() {
        return false;
    }

    /** Other jobs whose later runs close a date, because they take the same step. */
    default List<String> alsoClosedBy() {
        return List.of();
    }

    /**
     * What can be decided without reading the account as a whole, for jobs of all tiers that leave most accounts alone; it must be what
     * {@link #decide} would say. Null: look closer.
     */
    default @Nullable Decision decideAtAGlance(Glance glance, Policy policy) {
        return null;
    }

    /** Whether it is worth its while to look at accounts that way first. */
    default boolean glances() {
        return false;
    }

    /** Read for a whole page, in the page's transaction; accounts of which nothing more is needed may be left out. */
    Map<AccountId, F> facts(List<AccountView> page, BusinessDay date);

    /** Stands for an account that {@link #facts} has left out. */
    F noFacts();

    /**
     * Of an account as it once stood, when it had earned so much; ascending by year. A job whose facts change as the account goes on
     * says what they were.
     */
    default F pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        return facts(List.of(account), date).getOrDefault(account.head().chain().account(), noFacts());
    }

    /** Pure: values in, a decision out. */
    Decision decide(AccountView account, F facts, BusinessDay date);

    /**
     * Rows beside events that have just been posted, in their transaction; one that the database refuses sets its account aside. Rows
     * of accounts that wait, are to be reviewed or are candidates come without an event, and the database must take them.
     */
    default void keep(List<KeptBeside> rows) {}

    /**
     * Looks at a page as it was read, once what was decided for it has been posted, in the same transaction: for what is to be kept of
     * accounts to which nothing is posted, such as alerts.
     */
    default void look(List<AccountView> page, BusinessDay date, long runId) {}

    /** The arithmetic behind a decision as a person would write it. */
    List<String> explain(AccountView account, F facts, BusinessDay date);

    /** What the history of the account adds to that. */
    default List<String> remarks(PastAccount past, BusinessDay date) {
        return List.of();
    }
}
