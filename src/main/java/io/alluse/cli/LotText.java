package io.alluse.cli;

import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Shares;
import io.alluse.holding.Term;
import io.alluse.ledger.LedgerAccount;
import io.alluse.report.AccountLots;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lots for people and for programs. */
final class LotText {

    private static final int PRICE_DECIMALS = 4;

    private LotText() {}

    static TextTable table(AccountLots account, List<Lot> lots, boolean all) {
        TextTable table = all
                ? TextTable.of(
                        "LOT", "INSTRUMENT", "OPENED", ">OF", ">QUANTITY", ">COST/UNIT", ">OPEN COST", ">GAIN", "HELD")
                : TextTable.of("LOT", "INSTRUMENT", "OPENED", ">QUANTITY", ">COST/UNIT", ">OPEN COST", "HELD");
        for (Lot lot : lots) {
            String quantity = Shares.plain(lot.openQuantity());
            String cost = lot.openCost().readable();
            if (all) {
                table.row(
                        lot.no(),
                        lot.instrument(),
                        lot.opened(),
                        Shares.plain(lot.quantity()),
                        quantity,
                        perUnit(lot),
                        cost,
                        account.gain(lot).readable(),
                        held(account, lot));
            } else {
                table.row(lot.no(), lot.instrument(), lot.opened(), quantity, perUnit(lot), cost, held(account, lot));
            }
        }
        return table;
    }

    static TextTable sums(AccountLots account) {
        TextTable table = TextTable.of("", ">LOTS", ">LEDGER");
        for (LedgerAccount held : AccountLots.HELD_IN) {
            table.row(held, account.sum(held).readable(), account.ledger(held).readable());
        }
        return table;
    }

    /** Of what is open; of what is closed, as it was opened. Contracts are units, whatever they are contracts on. */
    private static String perUnit(Lot lot) {
        BigDecimal quantity = lot.isOpen() ? lot.openQuantity() : lot.quantity();
        BigDecimal cost = (lot.isOpen() ? lot.openCost() : lot.cost()).amount();
        BigDecimal each =
                cost.divide(quantity, PRICE_DECIMALS, RoundingMode.HALF_UP).stripTrailingZeros();
        return each.setScale(Math.max(2, each.scale())).toPlainString();
    }

    private static String held(AccountLots account, Lot lot) {
        if (!lot.isOpen()) {
            return "closed " + account.closings(lot).getLast().date();
        }
        if (account.hasExpired(lot)) {
            return "expired, no line has ended it";
        }
        if (lot.isShort()) {
            return "short-term";
        }
        return account.term(lot) == Term.LONG ? "long-term" : "long-term from " + Term.longFrom(lot.acquired());
    }

    static Json json(AccountLots account, List<Lot> lots) {
        return Json.object()
                .put("account", account.account())
                .put("asOf", account.asOf())
                .put("lots", lots.stream().map(lot -> json(account, lot)).toList())
                .put("securities", account.sum(LedgerAccount.SECURITIES))
                .put("shortOptions", account.sum(LedgerAccount.SHORT_OPTIONS))
                .put("ledgerSecurities", account.ledger(LedgerAccount.SECURITIES))
                .put("ledgerShortOptions", account.ledger(LedgerAccount.SHORT_OPTIONS))
                .put("reshaped", account.reshaped().stream().map(Lot::no).toList());
    }

    private static Json json(AccountLots account, Lot lot) {
        return Json.object()
                .put("lot", lot.no())
                .put("instrument", lot.instrument())
                .put("opened", lot.opened())
                .put("acquired", lot.acquired())
                .put("quantity", Shares.plain(lot.quantity()))
                .put("cost", lot.cost())
                .put("openQuantity", Shares.plain(lot.openQuantity()))
                .put("openCost", lot.openCost())
                .put("costPerUnit", perUnit(lot))
                .put("term", TaxText.word(account.term(lot)))
                .put("longTermFrom", longFrom(lot))
                .put("expired", account.hasExpired(lot))
                .put("openedBy", lot.line())
                .put(
                        "closings",
                        account.closings(lot).stream().map(LotText::json).toList());
    }

    private static @Nullable Object longFrom(Lot lot) {
        return lot.isShort() ? null : Term.longFrom(lot.acquired());
    }

    private static Json json(Closing closing) {
        return Json.object()
                .put("closed", closing.date())
                .put("quantity", Shares.plain(closing.quantity()))
                .put("proceeds", closing.proceeds())
                .put("cost", closing.cost())
                .put("gain", closing.gain())
                .put("term", TaxText.word(closing.term()))
                .put("how", TaxText.word(closing.how()))
                .put("closedBy", closing.line());
    }
}
