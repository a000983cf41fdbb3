package io.alluse.broker;

import io.alluse.instrument.InstrumentReader;
import io.alluse.instrument.Notation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** thinkorswim's account statement: sections under titles; money is told in the first, the legs of spreads further below. */
final class Thinkorswim implements FormatReader {

    private static final String TITLE = "Account Statement for ";
    static final Format FORMAT = new MarkedFormat(
            new BrokerFormat("thinkorswim", "thinkorswim", TosSection.texts(), false),
            row -> row.cell(0).startsWith(TITLE),
            true,
            Thinkorswim::new);

    private final Remarks remarks;
    private final InstrumentReader instruments = new InstrumentReader(Notation.THINKORSWIM);
    private final TosSpreads spreads = new TosSpreads(instruments);
    private TosCash cash;
    private String account = "";
    private @Nullable LocalDate to;
    private @Nullable TosSection section;
    private @Nullable Header header;

    private Thinkorswim(Remarks remarks) {
        this.remarks = remarks;
        this.cash = new TosCash(remarks, account, instruments, spreads);
    }

    @Override
    public void survey(Row row) {
        if (entered(row) || row.isBlank() || section != TosSection.TRADES) {
            return;
        }
        if (header == null) {
            header = section.columns().header(row);
        } else {
            spreads.look(new Fields(row, header));
        }
    }

    @Override
    public void surveyed() {
        section = null;
        header = null;
    }

    /** A title begins a section. */
    private boolean entered(Row row) {
        TosSection next = TosSection.of(row).orElse(null);
        if (next != null) {
            section = next;
            header = null;
        }
        return next != null;
    }

    @Override
    public Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        if (row.cell(0).startsWith(TITLE)) {
            begins(row.cell(0).substring(TITLE.length()));
            return new Verdict.Ignored("title");
        }
        if (entered(row)) {
            return new Verdict.Ignored("title");
        }
        if (row.cell(0).startsWith("Total Cash ") || row.cell(0).contains("paperMoney")) {
            return new Verdict.Ignored("total");
        }
        return within(row);
    }

    /** {@code D-12345678 (margin) since 4/1/25 through 6/30/25}. */
    private void begins(String text) {
        account = text.substring(0, Math.max(0, text.indexOf(' ')));
        to = Dates.US.parse(text.substring(text.lastIndexOf(' ') + 1));
        cash = new TosCash(remarks, account, instruments, spreads);
    }

    private Verdict within(Row row) {
        if (section == null) {
            throw Refused.of(row, 1, "section", "the title of a section", "something else");
        }
        if (section == TosSection.SUMMARY || section == TosSection.FOREX_SUMMARY) {
            return new Verdict.Ignored("summary");
        }
        if (header == null) {
            header = section.columns().header(row);
            return new Verdict.Ignored("header");
        }
        return data(section, new Fields(row, header));
    }

    private Verdict data(TosSection in, Fields fields) {
        return switch (in) {
            case CASH -> cash.read(fields);
            case EQUITIES -> position(fields, fields.text("Symbol"));
            case OPTIONS -> position(fields, option(fields));
            case FUTURES, FOREX, CRYPTO -> elsewhere(fields);
            case TRADES, ORDERS, FUTURES_POSITIONS, FUTURES_OPTIONS, FOREX_SUMMARY, PROFITS, SUMMARY ->
                new Verdict.Ignored("section for information");
        };
    }

    /** Money in other purses: only that there is none can be read. */
    private static Verdict elsewhere(Fields fields) {
        if (fields.text("Type").equals("BAL") || fields.row().size() <= 1) {
            return new Verdict.Ignored("balance");
        }
        throw fields.refused("Type", "BAL", "money in futures or currencies, which are not kept here");
    }

    private static String option(Fields fields) {
        return String.join(
                " ", fields.text("Symbol"), "100", fields.text("Exp"), fields.text("Strike"), fields.text("Type"));
    }

    private Verdict position(Fields fields, String name) {
        if (fields.text("Symbol").isEmpty()) {
            return new Verdict.Ignored("total");
        }
        remarks.stated(new Stated.Position(
                fields.line(), account, to, fields.instrument("Symbol", name, instruments), fields.number("Qty")));
        return new Verdict.Ignored("position");
    }

    @Override
    public void end() {
        cash.end();
    }
}
