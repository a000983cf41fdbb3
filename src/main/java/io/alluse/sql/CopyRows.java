package io.alluse.sql;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Rows for one {@code COPY … FROM STDIN (FORMAT binary)}, encoded as they are put, so that a chunk costs one buffer and one round
 * trip per table. Every row puts the columns in the order of the statement.
 */
public final class CopyRows {

    private static final byte[] HEADER = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xFF, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final VarHandle SHORT = bigEndian(short[].class);
    private static final VarHandle INT = bigEndian(int[].class);
    private static final VarHandle LONG = bigEndian(long[].class);
    private static final long EPOCH_DAY_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long EPOCH_SECOND_2000 = EPOCH_DAY_2000 * 86_400;
    private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);
    private static final int[] POWERS = {1, 10, 100, 1000};
    /** With another three they still fit a long. */
    private static final int MOST_SHORT_DIGITS = 15;

    private static final int MOST_DIGIT_GROUPS = 64;

    private final int columns;
    private byte[] buffer = new byte[1 << 16];
    private int end;
    private int rows;
    private final short[] groups = new short[MOST_DIGIT_GROUPS];

    private static VarHandle bigEndian(Class<?> view) {
        return MethodHandles.byteArrayViewVarHandle(view, ByteOrder.BIG_ENDIAN);
    }

    public CopyRows(int columns) {
        this.columns = columns;
        clear();
    }

    public CopyRows row() {
        putShort(columns);
        rows++;
        return this;
    }

    public CopyRows put(@Nullable String text) {
        return text == null ? putNull() : putText(text);
    }

    /** Most texts are ASCII and go into the buffer as they are, without an array in between. */
    private CopyRows putText(String text) {
        int length = text.length();
        need(Integer.BYTES + length);
        int at = end + Integer.BYTES;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                return put(text.getBytes(StandardCharsets.UTF_8));
            }
            buffer[at + i] = (byte) c;
        }
        putInt(length);
        end += length;
        return this;
    }

    public CopyRows put(byte[] bytes) {
        putInt(bytes.length);
        need(bytes.length);
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
        return this;
    }

    public CopyRows put(long bigint) {
        putInt(Long.BYTES);
        putLong(bigint);
        return this;
    }

    public CopyRows putBoolean(boolean flag) {
        putInt(1);
        need(1);
        buffer[end++] = (byte) (flag ? 1 : 0);
        return this;
    }

    public CopyRows putInteger(int integer) {
        putInt(Integer.BYTES);
        putInt(integer);
        return this;
    }

    public CopyRows putSmall(int small) {
        if (small != (short) small) {
            throw new ArithmeticException("a smallint is -32768 to 32767, was " + small);
        }
        putInt(Short.BYTES);
        putShort(small);
        return this;
    }

    public CopyRows putIntegerOrNull(@Nullable Integer integer) {
        return integer == null ? putNull() : putInteger(integer);
    }

    public CopyRows putOrNull(@Nullable LocalDate date) {
        return date == null ? putNull() : put(date);
    }

    public CopyRows put(LocalDate date) {
        return putInteger(Math.toIntExact(date.toEpochDay() - EPOCH_DAY_2000));
    }

    public CopyRows put(Instant instant) {
        return put((instant.getEpochSecond() - EPOCH_SECOND_2000) * 1_000_000 + instant.getNano() / 1_000);
    }

    public CopyRows putNull() {
        putInt(-1);
        return this;
    }

    /** PostgreSQL's numeric: base-10,000 digits, the first of weight {@code weight}. */
    public CopyRows put(@Nullable BigDecimal number) {
        if (number == null) {
            return putNull();
        }
        BigDecimal plain = number.scale() < 0 ? number.setScale(0) : number;
        int scale = plain.scale();
        int fractionGroups = (scale + 3) / 4;
        int count = digitGroups(plain, POWERS[fractionGroups * 4 - scale]);
        int low = 0;
        while (low < count && groups[low] == 0) {
            low++;
        }
        int digits = count - low;
        putInt(8 + 2 * digits);
        putShort(digits);
        putShort(digits == 0 ? 0 : count - fractionGroups - 1);
        putShort(number.signum() < 0 ? 0x4000 : 0);
        putShort(scale);
        for (int i = count - 1; i >= low; i--) {
            putShort(groups[i]);
        }
        return this;
    }

    /** Fills {@code groups} from the least significant one; the highest one is not zero. */
    private int digitGroups(BigDecimal plain, int factor) {
        if (plain.precision() > MOST_SHORT_DIGITS) {
            return digitGroups(plain.unscaledValue().abs().multiply(BigInteger.valueOf(factor)));
        }
        int count = 0;
        // the unscaled value, without a BigInteger on the way
        long unscaled = plain.scaleByPowerOfTen(plain.scale()).longValue();
        for (long rest = Math.abs(unscaled) * factor; rest > 0; rest /= 10_000) {
            groups[count++] = (short) (rest % 10_000);
        }
        return count;
    }

    private int digitGroups(BigInteger scaled) {
        int count = 0;
        for (BigInteger rest = scaled; rest.signum() > 0; ) {
            BigInteger[] parts = rest.divideAndRemainder(TEN_THOUSAND);
            groups[count++] = parts[1].shortValueExact();
            rest = parts[0];
        }
        return count;
    }

    public int rows() {
        return rows;
    }

    /** Sends the rows by this statement in the connection's transaction and empties the buffer. */
    public void send(Connection connection, String copyStatement) throws SQLException {
        if (rows == 0) {
            return;
        }
        putShort(-1);
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copyStatement);
        try {
            copy.writeToCopy(buffer, 0, end);
            long written = copy.endCopy();
            if (written != rows) {
                throw new SQLException(
                        "COPY wrote " + written + " rows of " + rows + ": " + copyStatement, Infrastructure.OURS);
            }
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
            clear();
        }
    }

    public void clear() {
        end = 0;
        rows = 0;
        need(HEADER.length);
        System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
        end = HEADER.length;
    }

    private void putShort(int value) {
        need(Short.BYTES);
        SHORT.set(buffer, end, (short) value);
        end += Short.BYTES;
    }

    private void putInt(int value) {
        need(Integer.BYTES);
        INT.set(buffer, end, value);
        end += Integer.BYTES;
    }

    private void putLong(long value) {
        need(Long.BYTES);
        LONG.set(buffer, end, value);
        end += Long.BYTES;
    }

    private void need(int bytes) {
        if (buffer.length - end < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, Math.addExact(end, bytes)));
        }
    }
}
