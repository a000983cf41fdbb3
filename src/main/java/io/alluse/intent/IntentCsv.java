package io.alluse.intent;

import io.alluse.policy.DeltaBand;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of one file: what one brokerage account is asked to do. The same bytes whenever it is written. */
final class IntentCsv {

    static final String TITLES =
            "account,event,no,kind,order,symbol,quantity,budget,price,price_date,delta_from,delta_to,"
                    + "expiry_from,expiry_to,valid_from,valid_until\n";
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder(1 << 12);

    void begin() {
        text.setLength(0);
        text.append(TITLES);
    }

    void add(ExportedIntent intent) {
        DeltaBand delta = intent.delta();
        cell(intent.account()).append(',');
        text.append(intent.event()).append(',').append(intent.no()).append(',');
        text.append(intent.kind().name())
                .append(',')
                .append(order(intent.kind()))
                .append(',');
        cell(intent.symbol()).append(',');
        number(intent.quantity() == null ? null : intent.quantity().toPlainString());
        number(intent.budget().amount().toPlainString());
        number(intent.price() == null ? null : intent.price().toPlainString());
        number(intent.priceDate());
        number(delta == null ? null : delta.low());
        number(delta == null ? null : delta.high());
        number(intent.expiryFrom());
        number(intent.expiryTo());
        number(intent.validFrom());
        text.append(intent.validUntil()).append('\n');
    }

    private static String order(IntentKind kind) {
        return switch (kind) {
            case CONTRACTS -> "SELL PUT";
            case SHARES -> "BUY SHARES";
            case LEAPS -> "BUY CALL";
            case SALE -> "SELL TO CLOSE";
            case BUY_BACK -> "BUY TO CLOSE";
        };
    }

    private void number(@Nullable Object value) {
        if (value != null) {
            text.append(value);
        }
        text.append(',');
    }

    private StringBuilder cell(String value) {
        return text.append(safe(value));
    }

    /** No spreadsheet takes it for a formula, and no reader for more than one cell. */
    static String safe(String value) {
        String told = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        boolean plain = told.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? told : '"' + told.replace("\"", "\"\"") + '"';
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
