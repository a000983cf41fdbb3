package io.alluse.tax;

import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.List;

/** From a decision to its movements and to the arithmetic kept with them; what is zero or moves nothing is left out. */
final class TaxPostings {

    private static final String FREE_CASH = "free cash";

    private TaxPostings() {}

    static List<Movement> movements(Settle settle, BusinessDay date) {
        List<Movement> movements = new ArrayList<>(3);
        movements.addAll(settle.cover().movements(date));
        add(
                movements,
                LedgerAccount.TAX_PAYABLE,
                LedgerAccount.TAXES,
                settle.accrual().amount(),
                date);
        add(
                movements,
                LedgerAccount.CASH,
                LedgerAccount.TAX_RESERVE,
                settle.reserve().moved(),
                date);
        add(movements, LedgerAccount.CASH, LedgerAccount.BUFFER, settle.refill().moved(), date);
        return movements;
    }

    /** A negative amount is the movement the other way round. */
    private static void add(
            List<Movement> movements, LedgerAccount from, LedgerAccount to, Money amount, BusinessDay date) {
        if (amount.isPositive()) {
            movements.add(Movement.of(from, to, amount, date.date()));
        } else if (!amount.isZero()) {
            movements.add(Movement.of(to, from, amount.negated(), date.date()));
        }
    }

    static Json detail(Settle settle) {
        Json detail = Json.canonical();
        if (settle.cover().isNeeded()) {
            detail.put("cover", settle.cover().detail());
        }
        if (settle.refill().isTold()) {
            detail.put("buffer", refill(settle.refill()));
        }
        if (settle.reserve().isTold()) {
            detail.put("reserve", reserve(settle.reserve()));
        }
        if (!settle.accrual().amount().isZero()) {
            detail.put("tax", accrual(settle.accrual()));
        }
        return detail;
    }

    private static Json accrual(Accrual accrual) {
        Json json = Json.canonical().put("accrual", accrual.amount().canonical());
        amount(json, "before", accrual.before());
        amount(json, "due", accrual.due());
        if (!accrual.years().isEmpty()) {
            json.put("years", accrual.years().stream().map(TaxPostings::year).toList());
        }
        return json;
    }

    private static Json year(YearTax tax) {
        YearResult result = tax.of().result();
        Json json = Json.canonical().put("year", result.year());
        amount(json, "short", result.shortTerm());
        amount(json, "long", result.longTerm());
        amount(json, "dividends", result.dividends());
        amount(json, "carriedShort", tax.carried().shortTerm());
        amount(json, "carriedLong", tax.carried().longTerm());
        amount(json, "netted", tax.netted());
        rate(
                json,
                "shortRate",
                tax.of().rates().shortTerm(),
                tax.net().shortTerm().isPositive());
        rate(json, "longRate", tax.of().rates().longTerm(), tax.net().longTerm().isPositive());
        rate(
                json,
                "dividendRate",
                tax.of().rates().dividend(),
                !result.dividends().isZero());
        amount(json, "due", tax.due());
        return json;
    }

    private static Json reserve(Reserve reserve) {
        Json json = Json.canonical();
        amount(json, "before", reserve.before());
        amount(json, "moved", reserve.moved());
        amount(json, "payable", reserve.payable());
        limit(json, reserve.shortOfCash());
        return json;
    }

    private static Json refill(Refill refill) {
        Json json = Json.canonical()
                .put("netWorth", refill.netWorth().canonical())
                .put("rate", refill.rate().toString())
                .put("target", refill.target().canonical());
        amount(json, "before", refill.before());
        amount(json, "moved", refill.moved());
        limit(json, refill.shortOfCash());
        return json;
    }

    private static void amount(Json json, String key, Money amount) {
        if (!amount.isZero()) {
            json.put(key, amount.canonical());
        }
    }

    private static void rate(Json json, String key, Percent rate, boolean used) {
        if (used) {
            json.put(key, rate.toString());
        }
    }

    private static void limit(Json json, boolean shortOfCash) {
        if (shortOfCash) {
            json.put("limit", FREE_CASH);
        }
    }
}
