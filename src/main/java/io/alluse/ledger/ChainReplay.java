package io.alluse.ledger;

import io.alluse.fault.Fault;
import io.alluse.ledger.LedgerRow.EventRow;
import io.alluse.ledger.LedgerRow.HeadRow;
import io.alluse.ledger.LedgerRow.MarkRow;
import io.alluse.ledger.LedgerRow.MovementRow;
import io.alluse.ledger.LedgerRow.YearRow;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Plays an account's history again, event by event, and compares where it leads with what the head says. */
final class ChainReplay {

    private static final LedgerAccount[] CHART = LedgerAccount.values();

    /** The head keeps so many digits of the policy hash. */
    private static final int PREFIX = 2 * Long.BYTES;

    private final @Nullable String code;
    private final String name;
    private final EventText text;
    private final Findings findings;
    private int lastNo;
    private String lastHash = EventHash.NONE.toString();
    private String state = "none";
    private Money base = Money.ZERO;
    private Balances balances = Balances.ZERO;
    private int settledNo;
    private String settledPolicy = "0".repeat(PREFIX);
    private Marks marks = Marks.NONE;
    private final SortedMap<Integer, YearResult> years = new TreeMap<>();

    /** Without a code there is nothing to recompute hashes from; the rest is still looked at. */
    ChainReplay(@Nullable String code, String name, EventText text, Findings findings) {
        this.text = text;
        this.code = code;
        this.name = name;
        this.findings = findings;
    }

    void event(EventRow event, List<MovementRow> rows) {
        checkLink(event);
        checkNumbers(event, rows);
        try {
            List<Movement> movements = movements(rows);
            checkHash(event, movements);
            base = base.plus(Money.of(event.baseChange()));
            balances = balances.after(movements);
            movements.forEach(movement -> YearResult.add(movement, years));
            marks = marks.after(event.rule(), event.business(), balances);
        } catch (IllegalArgumentException | ArithmeticException e) {
            found(event.no(), "content", "what the ledger writes", Fault.reason(e));
        }
        state = event.state() == null ? state : event.state();
        lastNo = event.no();
        lastHash = event.hash();
        if (event.settles()) {
            settledNo = event.no();
            settledPolicy = event.policy();
        }
    }

    /** Where an event is missing, the link after it cannot but be broken: one finding says it. */
    private void checkLink(EventRow event) {
        if (event.no() != lastNo + 1) {
            found(lastNo + 1, "number", Integer.toString(lastNo + 1), Integer.toString(event.no()));
        } else if (!event.previous().equals(lastHash)) {
            found(event.no(), "previous hash", lastHash, event.previous());
        }
    }

    private void checkNumbers(EventRow event, List<MovementRow> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).seq() != i + 1) {
                found(
                        event.no(),
                        "number of a movement",
                        Integer.toString(i + 1),
                        Integer.toString(rows.get(i).seq()));
                return;
            }
        }
    }

    private static List<Movement> movements(List<MovementRow> rows) {
        List<Movement> movements = new ArrayList<>(rows.size());
        for (MovementRow row : rows) {
            movements.add(row.movement());
        }
        return movements;
    }

    private void checkHash(EventRow event, List<Movement> movements) {
        if (code == null) {
            return;
        }
        String expected = event.recomputed(text, code, movements).toString();
        if (!expected.equals(event.hash())) {
            found(event.no(), "hash", expected, event.hash());
        }
    }

    void orphan(MovementRow movement) {
        found(movement.event(), "movement " + movement.seq(), "its event", "none");
    }

    void head(HeadRow head) {
        compare("last number of the head", Integer.toString(lastNo), Integer.toString(head.lastNo()));
        compare("last hash of the head", lastHash, head.lastHash());
        compare("state of the head", state, head.state());
        compareMoney("base of the head", base, head.base());
        for (LedgerAccount account : CHART) {
            compareMoney(
                    account + " of the head",
                    balances.of(account),
                    head.balances().get(account.ordinal()));
        }
        compare("settled number of the head", Integer.toString(settledNo), Integer.toString(head.settledNo()));
        compare(
                "settled policy of the head",
                settledPolicy.substring(0, Math.min(PREFIX, settledPolicy.length())),
                HexFormat.of().toHexDigits(head.settledPolicy()));
        compareMark("week's mark of the head", marks.week(), head.week());
        compareMark("quarter's mark of the head", marks.quarter(), head.quarter());
    }

    private void compareMark(String what, @Nullable Mark expected, @Nullable MarkRow found) {
        compare(
                what,
                expected == null
                        ? "none"
                        : text(
                                expected.date(),
                                expected.gain().toString(),
                                expected.taxes().toString()),
                found == null ? "none" : text(found.date(), normal(found.gain()), normal(found.taxes())));
    }

    private static String text(LocalDate date, String gain, String taxes) {
        return date + ", gain " + gain + ", taxes " + taxes;
    }

    /** All years of the account, ascending; after the last event. */
    void years(List<YearRow> rows) {
        Map<Integer, String> found = new TreeMap<>();
        rows.forEach(row -> found.put(row.year(), text(row)));
        SortedSet<Integer> all = new TreeSet<>(years.keySet());
        all.addAll(found.keySet());
        for (Integer year : all) {
            YearResult expected = years.get(year);
            compare("result of " + year, expected == null ? "none" : text(expected), found.getOrDefault(year, "none"));
        }
    }

    private static String text(YearResult year) {
        return "short " + year.shortTerm() + ", long " + year.longTerm() + ", dividends " + year.dividends();
    }

    private static String text(YearRow row) {
        return "short " + normal(row.shortTerm()) + ", long " + normal(row.longTerm()) + ", dividends "
                + normal(row.dividends());
    }

    private void compareMoney(String what, Money expected, String found) {
        compare(what, expected.toString(), normal(found));
    }

    /** As the ledger writes an amount; what is none is left as it is. */
    private static String normal(String amount) {
        try {
            return Money.of(amount).toString();
        } catch (IllegalArgumentException | ArithmeticException e) {
            return amount;
        }
    }

    private void compare(String what, String expected, String found) {
        if (!expected.equals(found)) {
            findings.add(Finding.ofAccount(name, what, expected, found));
        }
    }

    private void found(int event, String what, String expected, String found) {
        findings.add(new Finding(name, event, what, expected, found));
    }

    Money base() {
        return base;
    }

    Balances balances() {
        return balances;
    }
}
