package io.alluse.allocation;

import io.alluse.allocation.PeriodDecision.Close;
import io.alluse.ledger.Mark;
import io.alluse.money.Money;
import io.alluse.policy.Basis;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxDecision;
import java.util.ArrayList;
import java.util.List;

/** The arithmetic of a decision as a person would write it down. */
final class AllocationText {

    private AllocationText() {}

    static List<String> lines(Close close) {
        List<String> lines = new ArrayList<>();
        if (close.tax() instanceof TaxDecision.Settle settle) {
            lines.addAll(TaxAndBuffer.lines(settle));
        }
        lines.add(result(close.result()));
        lines.add(allocated(close));
        return lines;
    }

    /** What came late counts where it was posted. */
    static List<String> late(Mark mark, Money gain) {
        return gain.isZero()
                ? List.of()
                : List.of("of the gain " + gain.readable() + " came late: dated " + mark.date() + " or before");
    }

    private static String result(Result result) {
        String since = result.since() == null ? "since the opening" : "since " + result.since();
        return "gain " + since + ": " + result.gain().readable() + ", tax "
                + result.taxes().readable() + ", after tax " + result.afterTax().readable();
    }

    private static String allocated(Close close) {
        Allocated allocated = close.allocated();
        if (allocated.wanted().isZero()) {
            return "nothing is allocated: no gain "
                    + (close.result().gain().isPositive() ? "after tax" : "in the period");
        }
        String of = allocated.basis() == Basis.PRE_TAX ? "the gain" : "the gain after tax";
        String limit = allocated.isShortOfCash()
                ? "free cash " + allocated.freeCash().readable() + " of " + of + " "
                        + allocated.wanted().readable()
                : of + " " + allocated.wanted().readable();
        List<String> parts = new ArrayList<>(3);
        part(parts, "contracts", allocated.contracts());
        part(parts, "shares", allocated.shares());
        part(parts, "LEAPS", allocated.leaps());
        return "allocated: " + limit + (parts.isEmpty() ? "" : " to " + String.join(", ", parts));
    }

    private static void part(List<String> parts, String bucket, Money amount) {
        if (amount.isPositive()) {
            parts.add(bucket + " " + amount.readable());
        }
    }
}
