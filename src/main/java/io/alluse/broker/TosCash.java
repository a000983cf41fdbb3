package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity;
import io.alluse.activity.Activity.Effect;
import io.alluse.instrument.Instrument;
import io.alluse.instrument.InstrumentReader;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The cash balance of a thinkorswim statement: oldest first, amounts before fees, trades in words, times of the client's zone. */
final class TosCash {

    private static final String TEXT = "DESCRIPTION";
    private static final String REMOVAL = "REMOVAL OF OPTION DUE TO ";

    private final String account;
    private final InstrumentReader instruments;
    private final TosSpreads spreads;
    private final RunningBalance balance;

    TosCash(Remarks remarks, String account, InstrumentReader instruments, TosSpreads spreads) {
        this.account = account;
        this.instruments = instruments;
        this.spreads = spreads;
        this.balance = new RunningBalance(remarks, account);
    }

    Verdict read(Fields fields) {
        if (fields.isBlank("DATE") && fields.text(TEXT).equals("TOTAL")) {
            return new Verdict.Ignored("total");
        }
        LocalDate day = fields.date("DATE", Dates.US);
        if (fields.text("TYPE").equals("BAL")) {
            balance.begins(fields, "BALANCE", day);
            return new Verdict.Ignored("balance");
        }
        Money fees = fields.moneyOrZero("Misc Fees")
                .plus(fields.moneyOrZero("Commissions & Fees"))
                .negated();
        boolean removal = fields.text(TEXT).startsWith(REMOVAL);
        Money amount = (removal ? fields.moneyOrZero("AMOUNT") : fields.money("AMOUNT")).minus(fees);
        Verdict verdict = fields.text("TYPE").equals("TRD")
                ? traded(fields, day, amount, fees)
                : TdWords.TEXTS.judge(fields, TEXT, takes -> taken(fields, takes, day, amount, fees));
        balance.moved(fields, "BALANCE", day, amount);
        return verdict;
    }

    private Verdict taken(Fields fields, Meaning.Takes takes, LocalDate day, Money amount, Money fees) {
        String text = fields.text(TEXT);
        Draft draft = new Draft(fields.row(), takes.action(amount), day)
                .account(account)
                .effect(takes.effect())
                .amount(amount)
                .fees(fees)
                .text(text);
        if (text.startsWith(REMOVAL)) {
            return removed(fields, draft, text.substring(text.indexOf(' ', REMOVAL.length()) + 1));
        }
        int tilde = text.indexOf('~');
        return draft.of(tilde < 0 ? null : instruments.read(text.substring(tilde + 1)))
                .taken();
    }

    /** {@code 2.0 AAPL 100 (Weeklys) 25 APR 25 170 PUT}: what was short arrives. */
    private Verdict removed(Fields fields, Draft draft, String text) {
        int blank = text.indexOf(' ');
        String quantity = blank < 0 ? text : text.substring(0, blank);
        return draft.effect(Effect.CLOSES)
                .of(fields.instrument(TEXT, text.substring(blank + 1), instruments))
                .quantity(fields.number(TEXT, quantity))
                .taken();
    }

    /** {@code BOT +2 SPY 100 (Weeklys) 14 JAN 26 686 PUT @.71}, perhaps with where it was ordered before it. */
    private Verdict traded(Fields fields, LocalDate day, Money amount, Money fees) {
        String text = fields.text(TEXT);
        int start = Math.max(text.indexOf("BOT "), text.indexOf("SOLD "));
        int at = text.lastIndexOf('@');
        String[] words = start < 0 || at < start
                ? new String[0]
                : text.substring(start, at).strip().split(" ", 3);
        if (words.length < 3) {
            throw fields.refused(TEXT, "a trade such as 'BOT +2 SPY 100 14 JAN 26 686 PUT @.71'", "none");
        }
        BigDecimal quantity = fields.number(TEXT, words[1]);
        String tail = text.substring(at + 1);
        BigDecimal price = fields.number(TEXT, tail.split(" ")[0]);
        Instrument instrument = instruments.read(words[2]);
        if (instrument == null) {
            return spread(fields, day, words[2], quantity, price, amount, fees);
        }
        return new Draft(fields.row(), quantity.signum() < 0 ? Action.SELL : Action.BUY, day)
                .account(account)
                .effect(effect(tail))
                .of(instrument)
                .quantity(quantity)
                .price(price)
                .amount(amount)
                .fees(fees)
                .text(text)
                .taken();
    }

    private static Effect effect(String tail) {
        return tail.contains("ASSIGNMENT")
                ? Effect.OF_ASSIGNMENT
                : tail.contains("EXERCISE") ? Effect.OF_EXERCISE : Effect.UNSAID;
    }

    /** {@code VERTICAL SPY 100 (Weeklys) 14 JAN 26 686/680 PUT}: the first leg takes the fees and what rounding leaves. */
    private Verdict spread(
            Fields fields,
            LocalDate day,
            String named,
            BigDecimal quantity,
            BigDecimal price,
            Money amount,
            Money fees) {
        LocalTime time = Times.parse(fields.text("TIME"));
        String[] words = named.split(" ");
        List<TosSpreads.Leg> legs = time == null || words.length < 2
                ? List.of()
                : spreads.legs(words[1], day, time, quantity, price).orElse(List.of());
        if (legs.isEmpty()) {
            throw fields.refused(TEXT, "an option or a share, or a spread with its legs in the trade history", "none");
        }
        List<Activity> activities = new ArrayList<>();
        Money left = amount;
        for (TosSpreads.Leg leg : legs.reversed()) {
            boolean first = activities.size() == legs.size() - 1;
            Money own = gross(leg);
            activities.add(draft(fields, leg, day)
                    .amount(first ? left : own)
                    .fees(first ? fees : Money.ZERO)
                    .activity());
            left = left.minus(own);
        }
        return new Verdict.TookAll(activities.reversed());
    }

    private static Money gross(TosSpreads.Leg leg) {
        return Money.of(leg.quantity()
                .multiply(leg.price())
                .multiply(leg.instrument().multiplier())
                .negate()
                .setScale(Money.MOST_DECIMALS, RoundingMode.HALF_UP));
    }

    private Draft draft(Fields fields, TosSpreads.Leg leg, LocalDate day) {
        return new Draft(fields.row(), leg.quantity().signum() < 0 ? Action.SELL : Action.BUY, day)
                .account(account)
                .effect(leg.effect())
                .of(leg.instrument())
                .quantity(leg.quantity())
                .price(leg.price())
                .text(fields.text(TEXT));
    }

    void end() {
        balance.end();
    }
}
