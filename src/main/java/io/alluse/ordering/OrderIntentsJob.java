package io.alluse.ordering;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.calendar.BusinessDays;
import io.alluse.intent.Intents;
import io.alluse.intent.KeptIntent;
import io.alluse.ledger.YearResult;
import io.alluse.lot.Held;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.ordering.OrderDecision.Order;
import io.alluse.ordering.OrderPostings.Made;
import io.alluse.ordering.OrderPostings.Over;
import io.alluse.policy.Tier;
import io.alluse.sizing.Market;
import io.alluse.sizing.Markets;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import io.alluse.sweep.Decision;
import io.alluse.sweep.KeptBeside;
import io.alluse.sweep.SweepJob;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The job {@code order-intents}: from what is allocated to orders that are asked for, account by account. */
public final class OrderIntentsJob implements SweepJob<OrderFacts> {

    public static final String NAME = "order-intents";
    public static final String PURPOSE =
            "asks for the orders that what is allocated pays for, and ends those whose days have passed"
                    + " (docs/rules.md, section 5)";

    private final Intents intents;
    private final Lots lots;
    private final Markets markets;

    public OrderIntentsJob(Session session) {
        this.intents = new Intents(session);
        this.lots = new Lots(session);
        this.markets = new Markets(session);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<Tier> tiers() {
        return EnumSet.allOf(Tier.class);
    }

    /** Entry days and expiry windows are counted from a day on which orders can be given. */
    @Override
    public Optional<String> refusal(BusinessDay date) {
        LocalDate open = BusinessDays.atOrBefore(date.date());
        return open.equals(date.date()) ? Optional.empty() : Optional.of("is not a business day; give --date " + open);
    }

    /** What a later run has asked for and ended is not to be asked for as of a day before it. */
    @Override
    public boolean closes() {
        return true;
    }

    @Override
    public OrderFacts noFacts() {
        return new OrderFacts(List.of(), List.of(), nothingKnown(LocalDate.EPOCH));
    }

    private static Market nothingKnown(LocalDate date) {
        return new Market(date, Map.of(), Map.of());
    }

    /** Holdings and prices only of accounts that have something to spend. */
    @Override
    public Map<AccountId, OrderFacts> facts(List<AccountView> page, BusinessDay date) {
        List<AccountView> eligible = page.stream()
                .filter(view -> OrderRule.actsOn(view.head().state()))
                .toList();
        Map<AccountId, List<KeptIntent>> open =
                intents.open(eligible.stream().map(OrderIntentsJob::id).toList());
        List<AccountView> spending = eligible.stream()
                .filter(view -> hasBudget(view, open.getOrDefault(id(view), List.of()), date.date()))
                .toList();
        Map<AccountId, List<Held>> held =
                lots.held(spending.stream().map(OrderIntentsJob::id).toList());
        Market market = market(spending, held.values(), date.date());
        Map<AccountId, OrderFacts> facts = new HashMap<>();
        open.forEach((account, some) -> facts.put(account, new OrderFacts(some, List.of(), market)));
        for (AccountView view : spending) {
            AccountId id = id(view);
            facts.put(id, new OrderFacts(open.getOrDefault(id, List.of()), held.getOrDefault(id, List.of()), market));
        }
        return facts;
    }

    private static AccountId id(AccountView view) {
        return view.head().chain().account();
    }

    private static boolean hasBudget(AccountView view, List<KeptIntent> open, LocalDate date) {
        IntentFacts live = new OrderFacts(open, List.of(), nothingKnown(date)).on(date);
        return !Budgets.of(view.head(), live.open()).areEmpty();
    }

    private Market market(List<AccountView> spending, Collection<List<Held>> held, LocalDate date) {
        if (spending.isEmpty()) {
            return nothingKnown(date);
        }
        Set<String> symbols = new LinkedHashSet<>();
        spending.forEach(view -> symbols.addAll(view.policy().tier(view.tier()).symbols()));
        Set<String> instruments = new HashSet<>(symbols);
        held.forEach(
                some -> some.forEach(one -> instruments.add(one.instrument().canonical())));
        return markets.at(instruments, symbols, date);
    }

    /** Its intents as they were before the event that is decided again, and what it held at the end of the date. */
    @Override
    public OrderFacts pastFacts(AccountView account, List<YearResult> years, BusinessDay date) {
        AccountId id = id(account);
        List<Held> held = lots.history(id).asOf(date.date()).held();
        return new OrderFacts(
                intents.openBefore(id, account.head().chain().lastNo() + 1),
                held,
                market(List.of(account), List.of(held), date.date()));
    }

    @Override
    public Decision decide(AccountView account, OrderFacts facts, BusinessDay date) {
        return switch (OrderRule.decide(account, facts, date.date())) {
            case Order order ->
                OrderPostings.post(
                        order, account.head().isSettledBy(account.policy().hash()), date.date());
            case OrderDecision.NoBudget _ -> new Decision.Nothing("no budget");
            case OrderDecision.BeingSold _ -> new Decision.Nothing("its positions are being sold");
            case OrderDecision.NothingToBuy _ -> new Decision.Nothing("its budgets buy nothing");
            case OrderDecision.NoPrices _ -> new Decision.Wait("no price to go by for any of its symbols", Money.ZERO);
            case OrderDecision.NotEligible not -> new Decision.NotEligible(not.state());
        };
    }

    @Override
    public void keep(List<KeptBeside> rows) {
        List<Intents.Placed> placed = new ArrayList<>(rows.size());
        List<Intents.Expired> expired = new ArrayList<>();
        LocalDate date = LocalDate.EPOCH;
        for (KeptBeside beside : rows) {
            switch (beside.row()) {
                case Made made -> {
                    placed.add(new Intents.Placed(beside.account(), beside.eventNo(), made.order()));
                    date = made.date();
                }
                case Over over -> {
                    expired.add(new Intents.Expired(over.ref(), beside.eventNo()));
                    date = over.date();
                }
                default -> throw new IllegalStateException("not a row of " + NAME + ": " + beside.row());
            }
        }
        intents.expire(expired, date);
        intents.place(placed, date);
    }

    @Override
    public List<String> explain(AccountView account, OrderFacts facts, BusinessDay date) {
        return OrderText.lines(OrderRule.decide(account, facts, date.date()));
    }
}
