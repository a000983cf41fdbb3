package io.alluse.fork;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.sweep.AccountView;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a score is to know of the daily closes and of prices; an account without data is left out, or has one of the two. */
@FunctionalInterface
public interface ForkFigures {

    /** As if no day had been closed and no price loaded. */
    ForkFigures NONE = (accounts, date) -> Map.of();

    Map<AccountId, Known> of(List<AccountView> accounts, BusinessDay date);

    /** Of one account; the volatility is the annualized one of its symbols, in percent. */
    record Known(Optional<BigDecimal> volatility, Optional<Returns> returns) {

        static final Known NOTHING = new Known(Optional.empty(), Optional.empty());
    }

    /** From its daily returns: annualized return and greatest drawdown in percent, positive weeks among the last ones. */
    record Returns(BigDecimal annualized, int positiveWeeks, int weeks, BigDecimal drawdown) {}
}
