package io.alluse.cli;

import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import io.alluse.statement.LateArrival;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.TermChange;
import io.alluse.text.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Late lots for people and for programs. */
final class LateText {

    private LateText() {}

    /** One for each lot, and what they change. */
    static List<String> lines(LateArrival arrival) {
        Stream<String> lots = arrival.late().lots().stream()
                .map(lot -> "  late lot       " + arrival.account() + "  " + Shares.plain(lot.quantity()) + " "
                        + lot.instrument() + " of " + lot.opened() + ", lot " + lot.no() + ", line " + lot.line()
                        + ": later ones had been closed in its place");
        return Stream.concat(lots, Stream.of("    " + difference(arrival) + ". " + TaxLedger.NOTICE))
                .toList();
    }

    private static String difference(LateArrival arrival) {
        if (!arrival.late().computable()) {
            return "what matching by date would change cannot be told: a split or another event came between";
        }
        if (arrival.late().changes().isEmpty()) {
            return "matching by date would change no gain";
        }
        return "matched by date, "
                + arrival.late().changes().stream()
                        .map(change -> difference(arrival, change))
                        .collect(Collectors.joining("; "));
    }

    private static String difference(LateArrival arrival, TermChange change) {
        return "the gains of " + change.year() + " would differ by "
                + change.shortTerm().readable() + " short-term and "
                + change.longTerm().readable() + " long-term, its tax by "
                + arrival.tax(change).readable();
    }

    static Json json(LateArrival arrival) {
        return Json.object()
                .put("account", arrival.account())
                .put("instrument", arrival.late().instrument())
                .put("lots", arrival.late().lots().stream().map(LateText::json).toList())
                .put("computable", arrival.late().computable())
                .put(
                        "changes",
                        arrival.late().changes().stream()
                                .map(change -> json(arrival, change))
                                .toList())
                .put("notice", TaxLedger.NOTICE);
    }

    private static Json json(Lot lot) {
        return Json.object()
                .put("lot", lot.no())
                .put("opened", lot.opened())
                .put("quantity", Shares.plain(lot.quantity()))
                .put("line", lot.line());
    }

    private static Json json(LateArrival arrival, TermChange change) {
        return Json.object()
                .put("year", change.year())
                .put("shortTerm", change.shortTerm())
                .put("longTerm", change.longTerm())
                .put("tax", arrival.tax(change));
    }
}
