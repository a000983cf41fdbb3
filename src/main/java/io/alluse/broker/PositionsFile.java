package io.alluse.broker;

import io.alluse.fault.Fault;
import io.alluse.instrument.InstrumentReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** A broker's list of positions on disk: what each of them was worth when it was written. */
public final class PositionsFile {

    private static final int HEAD = 40;

    /** As many as a price is kept with. */
    private static final int MOST_DECIMALS = 8;

    private final Path path;
    private final PositionsFormat format;
    private final Header first;
    private final InstrumentReader instruments;

    private PositionsFile(Path path, PositionsFormat format, Row header) {
        this.path = path;
        this.format = format;
        this.first = header(path, format, header);
        this.instruments = new InstrumentReader(format.notation());
    }

    /** Empty where the content shows none, whatever else it is. */
    public static Optional<PositionsFile> recognise(Path path) {
        for (Row row : Rows.head(path, HEAD)) {
            PositionsFormat format = PositionsFormat.of(row);
            if (format != null) {
                return Optional.of(new PositionsFile(path, format, row));
            }
        }
        return Optional.empty();
    }

    private static Header header(Path path, PositionsFormat format, Row row) {
        try {
            return format.columns().header(row);
        } catch (Refused refused) {
            throw Fault.usage(refused.problem().in(path.toString()));
        }
    }

    /** The day that the file says it is of. */
    public Optional<LocalDate> date() {
        try (Rows rows = Rows.open(path)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                LocalDate date = format.date(row);
                if (date != null) {
                    return Optional.of(date);
                }
            }
            return Optional.empty();
        }
    }

    /** Counted from one. */
    public int symbolColumn() {
        return place(PositionsFormat.SYMBOL);
    }

    public int priceColumn() {
        return place(format.price());
    }

    private int place(String title) {
        return Objects.requireNonNull(first.places().get(title)) + 1;
    }

    /** Hands on every line beneath the header that is neither blank nor another header. */
    public void read(Consumer<PositionLine> lines) {
        Header header = null;
        try (Rows rows = Rows.open(path)) {
            for (Row row = rows.next(); row != null; row = rows.next()) {
                if (format.columns().areIn(row)) {
                    header = header(path, format, row);
                } else if (header != null && !row.isBlank()) {
                    lines.accept(line(row, header));
                }
            }
        }
    }

    private PositionLine line(Row row, Header header) {
        try {
            String symbol = row.cell(Objects.requireNonNull(header.places().get(PositionsFormat.SYMBOL)));
            return format.isAside(row, symbol) ? new PositionLine.Ignored(row.line()) : priced(new Fields(row, header));
        } catch (Refused refused) {
            return new PositionLine.Rejected(refused.problem());
        }
    }

    private PositionLine priced(Fields fields) {
        if (fields.isBlank(format.price())) {
            return new PositionLine.Ignored(fields.line());
        }
        var instrument = fields.instrument(PositionsFormat.SYMBOL, instruments);
        BigDecimal price = fields.number(format.price());
        if (price.signum() <= 0) {
            throw fields.refused(format.price(), "a positive number", "none");
        }
        if (price.stripTrailingZeros().scale() > MOST_DECIMALS) {
            throw fields.refused(format.price(), "at most " + MOST_DECIMALS + " decimals", "more");
        }
        return new PositionLine.Priced(fields.line(), instrument, price);
    }
}
