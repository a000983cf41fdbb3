package io.alluse.instrument;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The code of an option in old TD Ameritrade files, {@code 0FUBO.D110029000}: root padded with points, month (A to L calls, M to X
 * puts), day (1 to 9, then letters), last digit of the year, strike in thousandths.
 */
public final class TdAmeritradeCode {

    public static final String EXPECTED = "an option code such as '0FUBO.D110029000'";
    private static final int LENGTH = 16;
    private static final int MONTH = 6;
    private static final int DAY = 7;
    private static final int YEAR = 8;
    private static final int DECIMALS = 3;

    private TdAmeritradeCode() {}

    /** The code leaves the decade open: it is the one that brings the expiry closest to the day of the line. */
    public static @Nullable OptionContract read(String code, LocalDate line) {
        if (code.length() != LENGTH || code.charAt(0) != '0') {
            return null;
        }
        String root = code.substring(1, MONTH).replace(".", "");
        int month = code.charAt(MONTH) - 'A';
        int digit = Decimals.digits(code, YEAR, YEAR + 1);
        int thousandths = Decimals.digits(code, YEAR + 1, LENGTH);
        LocalDate expiry = month < 0 || month > 23 || digit < 0
                ? null
                : Expiries.of(closest(digit, line.getYear()), month % 12 + 1, Character.digit(code.charAt(DAY), 36));
        if (expiry == null || thousandths <= 0 || !OptionContract.isRoot(root)) {
            return null;
        }
        BigDecimal strike = BigDecimal.valueOf(thousandths, DECIMALS);
        Right right = month < 12 ? Right.CALL : Right.PUT;
        return new OptionContract(root, expiry, strike, right, OptionContract.USUAL_MULTIPLIER);
    }

    private static int closest(int digit, int year) {
        int ahead = Math.floorMod(digit - year, 10);
        return ahead <= 5 ? year + ahead : year + ahead - 10;
    }
}
