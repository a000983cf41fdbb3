package io.alluse.sizing;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.KeptOverride;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyOverrides;
import io.alluse.fault.Fault;
import io.alluse.holding.Lot;
import io.alluse.ledger.Balances;
import io.alluse.ledger.Ledger;
import io.alluse.lot.Held;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.Tier;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Answers how much of what an account may hold. Nothing of it is kept: it follows from capital, prices, policy and overrides. */
public final class SizingReports {

    private static final String TIERS = "tiers.";

    private final Session session;
    private final Accounts accounts;
    private final PolicyOverrides overrides;
    private final PoliciesInForce policies;
    private final Ledger ledger;
    private final CapitalStore capital;
    private final Lots lots;
    private final Markets markets;

    public SizingReports(Session session, PolicyBook book) {
        this.session = session;
        this.accounts = new Accounts(session);
        this.overrides = new PolicyOverrides(session);
        this.policies = new PoliciesInForce(session, book);
        this.ledger = new Ledger(session);
        this.capital = new CapitalStore(session);
        this.lots = new Lots(session);
        this.markets = new Markets(session);
    }

    /** At the end of a day, by effective dates. */
    public AccountSizing of(String code, LocalDate date) {
        AccountRef account = accounts.account(code);
        if (date.isBefore(account.openedOn())) {
            throw Fault.usage(code + " was opened on " + account.openedOn() + ", after " + date);
        }
        return session.snapshot(() -> of(account, date));
    }

    private AccountSizing of(AccountRef account, LocalDate date) {
        AccountId id = account.id();
        Policy policy = policies.of(id, date);
        Money netWorth = balances(id, date).netWorth();
        Limits limits = Limits.of(policy.tier(account.tier()).positions(), netWorth);
        List<Held> held = held(id, date);
        Market market = market(policy.tier(account.tier()).symbols(), held, date);
        Exposures exposures = Exposures.of(held, market, policy.maxPriceAgeDays());
        return new AccountSizing(
                account,
                date,
                policy,
                inForce(account, date),
                netWorth,
                limits,
                exposures.all().size(),
                SizingRule.lines(policy, account.tier(), limits, exposures, market));
    }

    private Balances balances(AccountId account, LocalDate date) {
        return ledger.heads(List.of(account)).getFirst().balances().after(capital.backTo(account, date));
    }

    private List<Held> held(AccountId account, LocalDate date) {
        return lots.history(account).asOf(date).lots().stream()
                .filter(Lot::isOpen)
                .map(lot -> new Held(lot.instrument(), lot.openQuantity(), lot.openCost()))
                .toList();
    }

    private Market market(List<String> symbols, List<Held> held, LocalDate date) {
        TreeSet<String> all = new TreeSet<>(symbols);
        held.forEach(one -> {
            all.add(one.instrument().canonical());
            all.add(one.instrument().underlying());
        });
        return markets.at(all, List.of(), date);
    }

    /** Those of the main account first, then its own: of each key the last one counts. What is about another tier is left out. */
    private List<KeptOverride> inForce(AccountRef account, LocalDate date) {
        Map<String, KeptOverride> byKey = new LinkedHashMap<>();
        for (AccountId subject : List.of(account.id().main(), account.id())) {
            overrides.of(List.of(subject)).stream()
                    .filter(kept -> !kept.effective().isAfter(date) && isAbout(account.tier(), kept))
                    .forEach(kept -> byKey.put(kept.override().key(), kept));
        }
        return List.copyOf(byKey.values());
    }

    private static boolean isAbout(Tier tier, KeptOverride kept) {
        String key = kept.override().key();
        return !key.startsWith(TIERS) || key.startsWith(TIERS + tier + ".");
    }
}
