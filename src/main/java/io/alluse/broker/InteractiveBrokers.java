package io.alluse.broker;

import java.util.EnumMap;
import java.util.Map;

/** Interactive Brokers' activity statement: every row names its section, sections come in any order and columns change within them. */
final class InteractiveBrokers implements FormatReader {

    static final Format FORMAT = new MarkedFormat(
            new BrokerFormat("interactive-brokers", "Interactive Brokers", IbSection.texts(), false),
            row -> row.cell(0).equals("Statement")
                    && row.cell(2).equals("Title")
                    && row.cell(3).contains("Activity"),
            true,
            InteractiveBrokers::new);

    private final Map<IbSection, Header> headers = new EnumMap<>(IbSection.class);
    private final IbStatement statement = new IbStatement();
    private final IbTrades trades = new IbTrades(statement);
    private final IbCash cash;
    private final IbHoldings holdings;

    private InteractiveBrokers(Remarks remarks) {
        cash = new IbCash(statement, remarks);
        holdings = new IbHoldings(statement, remarks);
    }

    @Override
    public void survey(Row row) {
        statement.look(row);
    }

    @Override
    public Verdict read(Row row) {
        if (row.isBlank()) {
            return new Verdict.Ignored("blank line");
        }
        IbSection section = IbSection.of(row.cell(0));
        if (section != null) {
            return read(row, section);
        }
        if (IbSection.isInformation(row.cell(0))) {
            return new Verdict.Ignored("section for information");
        }
        throw Refused.of(row, 1, "section", "a section of an activity statement", "an unknown one");
    }

    private Verdict read(Row row, IbSection section) {
        return switch (row.cell(1)) {
            case "Header" -> header(row, section);
            case "SubTotal", "Total" -> new Verdict.Ignored("total");
            case "Notes" -> new Verdict.Ignored("note");
            case "Data" -> data(row, section);
            default -> throw Refused.of(row, 2, "row", "Header, Data, SubTotal, Total or Notes", "another");
        };
    }

    private Verdict header(Row row, IbSection section) {
        headers.remove(section);
        headers.put(section, section.columns().header(row));
        return new Verdict.Ignored("header");
    }

    private Verdict data(Row row, IbSection section) {
        Header header = headers.get(section);
        if (header == null) {
            throw Refused.of(row, 1, "section", "a header above it that can be read", "none");
        }
        Fields fields = new Fields(row, header);
        return switch (section) {
            case TRADES -> trades.read(fields);
            case DIVIDENDS, WITHHOLDING_TAX, INTEREST, FEES, TRANSACTION_FEES, COMMISSION_ADJUSTMENTS, DEPOSITS ->
                cash.read(section, fields);
            case CORPORATE_ACTIONS -> holdings.corporateAction(fields);
            case TRANSFERS -> holdings.transfer(fields);
            case CASH_REPORT -> cash.report(fields);
            case OPEN_POSITIONS -> holdings.position(fields);
        };
    }

    @Override
    public void end() {
        cash.end();
    }
}
