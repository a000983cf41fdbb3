package io.alluse.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Rows of one {@code COPY … TO STDOUT (FORMAT binary)}, decoded column by column in the order of the statement: several times as
 * fast as a result set where rows are wide. A COPY takes no parameters, so nothing but numbers may be put into its text.
 */
public final class CopyReader implements AutoCloseable {

    private static final int HEADER = 19;
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final int END = -1;
    private static final int NULL = -1;
    private static final VarHandle SHORT = bigEndian(short[].class);
    private static final VarHandle INT = bigEndian(int[].class);
    private static final VarHandle LONG = bigEndian(long[].class);
    private static final int NEGATIVE = 0x4000;

    private static final int NUMERIC_HEADER = 4 * Short.BYTES;
    private static final BigDecimal ZERO_CENTS = new BigDecimal("0.00");
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

    /** So many groups of four digits fit a long whatever they are. */
    private static final int MOST_SHORT_GROUPS = 4;

    private final CopyOut copy;
    private final int columns;
    private byte[] row = {};
    private int at;
    private boolean first = true;

    private CopyReader(CopyOut copy, int columns) {
        this.copy = copy;
        this.columns = columns;
    }

    private static VarHandle bigEndian(Class<?> view) {
        return MethodHandles.byteArrayViewVarHandle(view, ByteOrder.BIG_ENDIAN);
    }

    /** Starts the statement, whose rows have so many columns; until it is closed the connection is of no other use. */
    public static CopyReader of(Connection connection, String copyStatement, int columns) throws SQLException {
        return new CopyReader(connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copyStatement), columns);
    }

    /** Goes to the next row, if there is one: the server sends each in a message of its own, the first after a header. */
    public boolean next() throws SQLException {
        byte[] message = copy.readFromCopy();
        if (message == null) {
            return false;
        }
        row = message;
        at = first ? HEADER : 0;
        first = false;
        return hasColumns() || next();
    }

    /** Behind the last row comes a mark in place of a number of columns, and only then the end. */
    private boolean hasColumns() throws SQLException {
        int count = (short) SHORT.get(row, at);
        at += Short.BYTES;
        if (count != columns && count != END) {
            throw new SQLException(
                    "COPY sent a row of " + count + " columns instead of " + columns, Infrastructure.OURS);
        }
        return count == columns;
    }

    public long bigint() {
        at += Integer.BYTES + Long.BYTES;
        return (long) LONG.get(row, at - Long.BYTES);
    }

    public int integer() {
        at += 2 * Integer.BYTES;
        return (int) INT.get(row, at - Integer.BYTES);
    }

    public LocalDate date() {
        return LocalDate.ofEpochDay(EPOCH_DAY_2000 + integer());
    }

    public @Nullable Integer integerOrNull() {
        return isNull() ? null : integer();
    }

    public @Nullable String textOrNull() {
        return isNull() ? null : text();
    }

    /** Goes on to the next column if it is; else the column is still to be read. */
    private boolean isNull() {
        boolean none = (int) INT.get(row, at) == NULL;
        at += none ? Integer.BYTES : 0;
        return none;
    }

    public String text() {
        int length = length();
        at += length;
        return new String(row, at - length, length, StandardCharsets.UTF_8);
    }

    public @Nullable LocalDate dateOrNull() {
        return isNull() ? null : date();
    }

    public byte[] bytes() {
        int length = length();
        at += length;
        return Arrays.copyOfRange(row, at - length, at);
    }

    /** Goes past so many columns, whatever they hold. */
    public void skip(int columnCount) {
        for (int i = 0; i < columnCount; i++) {
            at += Integer.BYTES + Math.max(0, (int) INT.get(row, at));
        }
    }

    private int length() {
        at += Integer.BYTES;
        return (int) INT.get(row, at - Integer.BYTES);
    }

    /** An exact number with the scale it was stored with; {@code NaN} and the infinities are none. */
    public @Nullable BigDecimal numeric() {
        int length = length();
        if (length == NULL) {
            return null;
        }
        int start = at;
        at += length;
        int groups = (short) SHORT.get(row, start);
        int weight = (short) SHORT.get(row, start + 2);
        int sign = (short) SHORT.get(row, start + 4);
        int scale = (short) SHORT.get(row, start + 6);
        if (sign != 0 && sign != NEGATIVE) {
            throw new ArithmeticException("NaN or an infinity where a number should be");
        }
        if (groups == 0) {
            return scale == 2 ? ZERO_CENTS : BigDecimal.valueOf(0, scale);
        }
        // the groups are whole numbers of 10,000^(weight - groups + 1)
        int stored = 4 * (groups - 1 - weight);
        BigDecimal number = groups > MOST_SHORT_GROUPS
                ? new BigDecimal(wide(start, groups, sign), stored)
                : BigDecimal.valueOf(narrow(start, groups, sign), stored);
        return stored == scale ? number : number.setScale(scale);
    }

    private int group(int start, int index) {
        return (short) SHORT.get(row, start + NUMERIC_HEADER + Short.BYTES * index);
    }

    private long narrow(int start, int groups, int sign) {
        long unscaled = 0;
        for (int i = 0; i < groups; i++) {
            unscaled = unscaled * 10_000 + group(start, i);
        }
        return sign == NEGATIVE ? -unscaled : unscaled;
    }

    private BigInteger wide(int start, int groups, int sign) {
        BigInteger unscaled = BigInteger.ZERO;
        for (int i = 0; i < groups; i++) {
            unscaled = unscaled.multiply(TEN_THOUSAND).add(BigInteger.valueOf(group(start, i)));
        }
        return sign == NEGATIVE ? unscaled.negate() : unscaled;
    }

    /** Reads on to the end: the driver leaves a connection whose COPY is cancelled half way unusable. */
    @Override
    public void close() throws SQLException {
        while (copy.isActive() && copy.readFromCopy() != null) {
            at = row.length;
        }
    }
}
