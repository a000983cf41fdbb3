package io.alluse.cli;

import io.alluse.holding.Shares;
import io.alluse.holding.Term;
import io.alluse.money.Money;
import io.alluse.report.AccountTax;
import io.alluse.taxledger.Disposal;
import io.alluse.taxledger.IndexResult;
import io.alluse.taxledger.TaxLedger;
import io.alluse.taxledger.TermSum;
import io.alluse.taxledger.YearSum;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.List;
import java.util.Locale;

/** Tax ledgers for people and for programs. */
final class TaxText {

    private TaxText() {}

    static TextTable rows(AccountTax tax) {
        TextTable table = TextTable.of(
                "CLOSED",
                ">QUANTITY",
                "INSTRUMENT",
                "HELD SINCE",
                ">PROCEEDS",
                ">COST",
                ">WASH SALE",
                ">GAIN",
                "TERM",
                "HOW");
        tax.realized().disposals().forEach(row -> row(table, row));
        tax.realized().indexes().forEach(row -> row(table, row));
        return table;
    }

    private static void row(TextTable table, Disposal row) {
        table.row(
                row.closed(),
                Shares.plain(row.quantity()),
                row.lot().instrument(),
                row.heldSince(),
                row.proceeds().readable(),
                row.cost().readable(),
                row.isWashSale() ? row.disallowed().readable() : "",
                row.gain().readable(),
                word(row.term()),
                word(row.how()));
    }

    private static void row(TextTable table, IndexResult row) {
        table.row(
                row.date(),
                Shares.plain(row.quantity()),
                row.lot().instrument(),
                row.lot().acquired(),
                "",
                "",
                "",
                row.gain().readable(),
                "60/40",
                row.isMark() ? "year-end mark" : "closed");
    }

    static TextTable sums(List<YearSum> sums) {
        TextTable table = TextTable.of("YEAR", "", ">PROCEEDS", ">COST", ">WASH SALES", ">GAIN");
        for (YearSum sum : sums) {
            row(table, sum.year(), "8949 short-term", sum.shortTerm());
            row(table, sum.year(), "8949 long-term", sum.longTerm());
            if (!sum.index().isZero()) {
                row(table, sum.year(), "6781 short-term, 40%", sum.indexShortTerm());
                row(table, sum.year(), "6781 long-term, 60%", sum.indexLongTerm());
            }
            row(table, sum.year(), "all short-term", sum.gain(Term.SHORT));
            row(table, sum.year(), "all long-term", sum.gain(Term.LONG));
        }
        return table;
    }

    private static void row(TextTable table, int year, String what, TermSum sum) {
        table.row(
                year,
                what,
                sum.proceeds().readable(),
                sum.cost().readable(),
                sum.adjustment().readable(),
                sum.gain().readable());
    }

    private static void row(TextTable table, int year, String what, Money gain) {
        table.row(year, what, "", "", "", gain.readable());
    }

    static Json json(AccountTax tax) {
        return Json.object()
                .put("account", tax.account())
                .put("years", tax.sums().stream().map(TaxText::json).toList())
                .put(
                        "disposals",
                        tax.realized().disposals().stream().map(TaxText::json).toList())
                .put(
                        "section1256",
                        tax.realized().indexes().stream().map(TaxText::json).toList())
                .put("unmarked", tax.unmarked())
                .put("notice", TaxLedger.NOTICE);
    }

    private static Json json(YearSum sum) {
        return Json.object()
                .put("year", sum.year())
                .put("form8949Short", json(sum.shortTerm()))
                .put("form8949Long", json(sum.longTerm()))
                .put("section1256", sum.index())
                .put("section1256Long", sum.indexLongTerm())
                .put("shortTerm", sum.gain(Term.SHORT))
                .put("longTerm", sum.gain(Term.LONG));
    }

    private static Json json(TermSum sum) {
        return Json.object()
                .put("proceeds", sum.proceeds())
                .put("cost", sum.cost())
                .put("washSales", sum.adjustment())
                .put("gain", sum.gain());
    }

    private static Json json(Disposal row) {
        return Json.object()
                .put("instrument", row.lot().instrument())
                .put("quantity", Shares.plain(row.quantity()))
                .put("acquired", row.acquired())
                .put("heldSince", row.heldSince())
                .put("closed", row.closed())
                .put("proceeds", row.proceeds())
                .put("cost", row.cost())
                .put("washSale", row.disallowed())
                .put("gain", row.gain())
                .put("term", word(row.term()))
                .put("how", word(row.how()))
                .put("lot", row.lot().no())
                .put("openedBy", row.lot().line())
                .put("closedBy", row.closedBy());
    }

    private static Json json(IndexResult row) {
        return Json.object()
                .put("instrument", row.lot().instrument())
                .put("quantity", Shares.plain(row.quantity()))
                .put("date", row.date())
                .put("gain", row.gain())
                .put("longTerm", row.longTerm())
                .put("mark", row.isMark())
                .put("lot", row.lot().no())
                .put("openedBy", row.lot().line())
                .put("closedBy", row.closedBy());
    }

    static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
