package io.alluse.statement;

import java.util.ArrayList;
import java.util.List;

/** Activity statements of Interactive Brokers, which say what they begin and end with. */
final class IbText {

    private final List<String> lines = new ArrayList<>();
    private final List<String> positions = new ArrayList<>();
    private final List<String> trades = new ArrayList<>();
    private final List<String> interest = new ArrayList<>();
    private final List<String> deposits = new ArrayList<>();

    private IbText(String account, String period, String starting, String ending) {
        lines.add("Statement,Header,Field Name,Field Value");
        lines.add("Statement,Data,BrokerName,Interactive Brokers LLC");
        lines.add("Statement,Data,Title,Activity Statement");
        lines.add("Statement,Data,Period,\"" + period + "\"");
        lines.add("Account Information,Header,Field Name,Field Value");
        lines.add("Account Information,Data,Account," + account);
        lines.add("Account Information,Data,Base Currency,USD");
        lines.add("Cash Report,Header,Currency Summary,Currency,Total,Securities,Futures,Month to Date,Year to Date,");
        lines.add("Cash Report,Data,Starting Cash,USD," + starting + "," + starting + ",0,,,");
        lines.add("Cash Report,Data,Ending Cash,USD," + ending + "," + ending + ",0,,,");
        positions.add("Open Positions,Header,DataDiscriminator,Asset Category,Currency,Symbol,Quantity,Mult,Cost Price,"
                + "Cost Basis,Close Price,Value,Unrealized P/L,Code");
        trades.add(
                "Trades,Header,DataDiscriminator,Asset Category,Currency,Symbol,Date/Time,Quantity,T. Price,C. Price,"
                        + "Proceeds,Comm/Fee,Basis,Realized P/L,MTM P/L,Code");
        interest.add("Interest,Header,Currency,Date,Description,Amount");
        deposits.add("Deposits & Withdrawals,Header,Currency,Settle Date,Description,Amount");
    }

    /** {@code January 1, 2026 - January 31, 2026}. */
    static IbText of(String account, String period, String starting, String ending) {
        return new IbText(account, period, starting, ending);
    }

    IbText holding(String symbol, String quantity) {
        positions.add("Open Positions,Data,Summary,Stocks,USD," + symbol + "," + quantity + ",1,0,0,0,0,0,");
        return this;
    }

    IbText bought(String date, String symbol, int quantity, int price) {
        trades.add("Trades,Data,Order,Stocks,USD," + symbol + ",\"" + date + ", 10:00:00\"," + quantity + "," + price
                + "," + price + "," + -quantity * price + ",0," + quantity * price + ",0,0,O");
        return this;
    }

    IbText interest(String date, String amount) {
        interest.add("Interest,Data,USD," + date + ",USD Credit Interest," + amount);
        return this;
    }

    IbText deposit(String date, String amount) {
        deposits.add("Deposits & Withdrawals,Data,USD," + date + ",Electronic Fund Transfer," + amount);
        return this;
    }

    String text() {
        List<String> all = new ArrayList<>(lines);
        for (List<String> section : List.of(positions, trades, interest, deposits)) {
            if (section.size() > 1) {
                all.addAll(section);
            }
        }
        return String.join("\n", all) + "\n";
    }
}
