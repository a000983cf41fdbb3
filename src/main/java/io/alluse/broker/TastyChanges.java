package io.alluse.broker;

import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What tastytrade tells in two lines: options that end in money, and what goes on under other terms. */
final class TastyChanges {

    private static final String CASH = "cash settled";
    private static final String DIVIDEND = "special dividend";
    private static final List<String> EXCHANGES =
            List.of("symbol change", "reverse split", "forward split", DIVIDEND, "stock merger");

    private final Set<String> settledInCash = new HashSet<>();
    private final Exchanges exchanges = new Exchanges();

    static boolean isExchange(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        return EXCHANGES.stream().anyMatch(words::startsWith);
    }

    static boolean isCash(String said) {
        return said.toLowerCase(Locale.ROOT).startsWith(CASH);
    }

    void settled(Fields fields) {
        settledInCash.add(option(fields));
    }

    boolean isSettledInCash(Fields fields) {
        return settledInCash.contains(option(fields));
    }

    private static String option(Fields fields) {
        return fields.text("Date") + fields.text("Symbol");
    }

    void exchanged(Fields fields, String said, Instrument instrument, BigDecimal quantity, Money value) {
        boolean leaves = fields.text("Action").endsWith("CLOSE");
        exchanges.look(key(fields, said), fields, instrument, quantity, value, leaves);
    }

    boolean keepsName(Fields fields, String said) {
        return exchanges.keepName(key(fields, said));
    }

    Verdict verdict(Fields fields, String said, Draft draft) {
        return exchanges.verdict(key(fields, said), fields, "Description", draft);
    }

    /** The strike is all that a special dividend changes; shares may become fewer. */
    private static String key(Fields fields, String said) {
        boolean share = fields.isBlank("Call or Put");
        boolean strikeChanges = said.toLowerCase(Locale.ROOT).startsWith(DIVIDEND);
        return String.join(
                "|",
                fields.text("Date"),
                fields.text("Call or Put"),
                fields.text("Expiration Date"),
                strikeChanges ? "" : fields.text("Strike Price"),
                share ? "" : fields.text("Quantity"));
    }
}
