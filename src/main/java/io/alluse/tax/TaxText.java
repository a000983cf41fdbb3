package io.alluse.tax;

import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.tax.TaxDecision.Settle;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of a decision as a person would write it down. */
final class TaxText {

    private static final String NO_MORE = ": no more free cash";

    private TaxText() {}

    static List<String> lines(Settle settle) {
        List<String> lines = new ArrayList<>(settle.cover().lines());
        if (!settle.accrual().amount().isZero()) {
            settle.accrual().years().forEach(year -> lines.add(year(year)));
            lines.add(accrual(settle.accrual()));
        }
        if (settle.reserve().isTold()) {
            lines.add(reserve(settle.reserve()));
        }
        if (settle.refill().isTold()) {
            lines.add(refill(settle.refill()));
        }
        return lines;
    }

    private static String year(YearTax tax) {
        List<String> products = products(tax);
        String sum = products.size() > 1 ? "; in all " + tax.due().readable() : "";
        return "tax " + tax.of().result().year() + ": " + setting(tax)
                + (products.isEmpty() ? "nothing taxed" : String.join(" + ", products)) + sum + carriedOn(tax);
    }

    /** What the products alone do not show: losses, and what became of them. */
    private static String setting(YearTax tax) {
        YearResult result = tax.of().result();
        if (tax.netted().isZero()
                && tax.carried().equals(Terms.NONE)
                && tax.carriedOn().equals(Terms.NONE)) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        part(parts, "short ", result.shortTerm());
        part(parts, "long ", result.longTerm());
        part(parts, "carried in, short ", tax.carried().shortTerm());
        part(parts, "carried in, long ", tax.carried().longTerm());
        part(parts, "gain set against loss ", tax.netted());
        return parts.isEmpty() ? "" : String.join(", ", parts) + "; ";
    }

    private static String carriedOn(YearTax tax) {
        List<String> parts = new ArrayList<>();
        part(parts, "short ", tax.carriedOn().shortTerm());
        part(parts, "long ", tax.carriedOn().longTerm());
        return parts.isEmpty() ? "" : "; carried on, " + String.join(", ", parts);
    }

    private static void part(List<String> parts, String name, Money amount) {
        if (!amount.isZero()) {
            parts.add(name + amount.readable());
        }
    }

    private static List<String> products(YearTax tax) {
        List<String> products = new ArrayList<>(3);
        product(products, tax.of().rates().shortTerm(), tax.net().shortTerm().max(Money.ZERO), tax.shortTax());
        product(products, tax.of().rates().longTerm(), tax.net().longTerm().max(Money.ZERO), tax.longTax());
        product(products, tax.of().rates().dividend(), tax.of().result().dividends(), tax.dividendTax());
        return products;
    }

    private static void product(List<String> products, Percent rate, Money of, Money is) {
        if (!of.isZero()) {
            products.add(percentage(rate, of, is));
        }
    }

    private static String percentage(Percent rate, Money of, Money is) {
        return rate + " of " + of.readable() + " = " + is.readable();
    }

    private static String accrual(Accrual accrual) {
        return "tax: due " + accrual.due().readable() + ", accrued before "
                + accrual.before().readable()
                + inOrOut(", accrues ", ", takes back ", accrual.amount());
    }

    private static String reserve(Reserve reserve) {
        return "reserve: tax payable " + reserve.payable().readable() + ", has "
                + reserve.before().readable()
                + inOrOut(", set aside ", ", released ", reserve.moved())
                + (reserve.shortOfCash() ? NO_MORE : "");
    }

    private static String refill(Refill refill) {
        return "buffer: " + percentage(refill.rate(), refill.netWorth(), refill.target()) + ", has "
                + refill.before().readable() + ", refilled by " + refill.moved().readable()
                + (refill.shortOfCash() ? NO_MORE : "");
    }

    private static String inOrOut(String in, String out, Money amount) {
        return amount.signum() < 0 ? out + amount.negated().readable() : in + amount.readable();
    }
}
