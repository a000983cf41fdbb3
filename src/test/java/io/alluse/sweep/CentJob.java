package io.alluse.sweep;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.money.Money;
import io.alluse.policy.Tier;
import io.alluse.text.Json;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Puts a cent of every account aside, from CASH to BUFFER, except where a test decides otherwise; any name makes a job of its own. */
record CentJob(
        String name, Set<Tier> tiers, Consumer<List<AccountView>> beforePage, Function<AccountView, Decision> rule)
        implements SweepJob<String> {

    static final Money CENT = Money.of("0.01");

    static CentJob named(String name) {
        return new CentJob(name, EnumSet.allOf(Tier.class), page -> {}, CentJob::cent);
    }

    CentJob of(Tier only) {
        return new CentJob(name, EnumSet.of(only), beforePage, rule);
    }

    CentJob deciding(Function<AccountView, Decision> otherRule) {
        return new CentJob(name, tiers, beforePage, otherRule);
    }

    /** What happens before a page is decided, in its transaction, while it holds its locks. */
    CentJob before(Consumer<List<AccountView>> page) {
        return new CentJob(name, tiers, page, rule);
    }

    static String code(AccountView account) {
        return account.head().chain().code();
    }

    static Decision cent(AccountView account) {
        Movement movement = Movement.of(LedgerAccount.CASH, LedgerAccount.BUFFER, CENT, SweepDesk.DAY.date());
        return new Decision.Post(EventKind.POSTED, Money.ZERO, List.of(movement), Json.canonical());
    }

    @Override
    public Map<AccountId, String> facts(List<AccountView> page, BusinessDay date) {
        beforePage.accept(page);
        return Map.of();
    }

    @Override
    public String noFacts() {
        return "";
    }

    @Override
    public Decision decide(AccountView account, String facts, BusinessDay date) {
        return rule.apply(account);
    }

    @Override
    public List<String> explain(AccountView account, String facts, BusinessDay date) {
        return List.of("a cent from CASH to BUFFER");
    }
}
