package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.performance.CloseSeries;
import io.alluse.performance.Closes;
import io.alluse.performance.SymbolVolatility;
import io.alluse.policy.ForkScoring;
import io.alluse.policy.Policy;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** From the daily closes and from prices; fewer days than the volatility is worked out of are no data (docs/rules.md 6.6). */
final class ClosedFigures implements ForkFigures {

    private final Closes closes;
    private final SymbolVolatility volatility;

    ClosedFigures(Session session) {
        this.closes = new Closes(session);
        this.volatility = new SymbolVolatility(session);
    }

    @Override
    public Map<AccountId, Known> of(List<AccountView> accounts, BusinessDay date) {
        Map<AccountId, AccountView> views = accounts.stream()
                .collect(Collectors.toMap(view -> view.head().chain().account(), Function.identity()));
        Map<AccountId, Optional<Returns>> returns = closes.of(
                views.keySet(),
                date.date(),
                0,
                (account, series) ->
                        returns(Objects.requireNonNull(views.get(account)).policy(), series, date.date()));
        Map<AccountId, Known> known = HashMap.newHashMap(views.size());
        views.forEach((account, view) ->
                known.put(account, new Known(market(view, date), returns.getOrDefault(account, Optional.empty()))));
        return known;
    }

    private Optional<BigDecimal> market(AccountView view, BusinessDay date) {
        Policy policy = view.policy();
        return volatility.mean(
                policy.tier(view.tier()).symbols(),
                policy.fork().scoring().market().volatilityDays(),
                policy.maxPriceAgeDays(),
                date.date());
    }

    private static Optional<Returns> returns(Policy policy, CloseSeries series, LocalDate date) {
        ForkScoring scoring = policy.fork().scoring();
        if (series.days() < scoring.market().volatilityDays() || !series.reaches(date, policy.maxPriceAgeDays())) {
            return Optional.empty();
        }
        CloseSeries.Weeks weeks = series.weeks(scoring.performance().weeks(), date);
        return Optional.of(new Returns(series.annualized(), weeks.positive(), weeks.all(), series.drawdown()));
    }
}
