package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.instrument.Instrument;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to holdings at Interactive Brokers without a trade, and what is held in the end. */
final class IbHoldings {

    private final IbStatement statement;
    private final Remarks remarks;

    IbHoldings(IbStatement statement, Remarks remarks) {
        this.statement = statement;
        this.remarks = remarks;
    }

    /** {@code AAPL(US0378331005) Split 4 for 1 (AAPL, APPLE INC, US0378331005)}: the last brackets say what the quantity is of. */
    Verdict corporateAction(Fields fields) {
        if (fields.text("Asset Category").startsWith("Total")) {
            return new Verdict.Ignored("total");
        }
        IbTrades.mustBeDollars(fields);
        String description = fields.text("Description");
        Instrument of = statement.named(description);
        Instrument moved = moved(description);
        if (of == null || moved == null) {
            throw fields.refused(
                    "Description",
                    "a corporate action of a share such as 'AAPL(US0378331005) Split 4 for 1 (AAPL, …)'",
                    "another");
        }
        Draft draft = new Draft(fields.row(), action(fields, description), IbTrades.day(fields))
                .posted(fields.date("Report Date", Dates.ISO))
                .account(statement.account(fields))
                .of(of)
                .quantity(fields.number("Quantity"))
                .amount(fields.roundedMoneyOrZero("Proceeds"))
                .text(description);
        return draft.became(of.equals(moved) ? null : moved).taken();
    }

    /** Those that take more than one row say in none of them what becomes of what. */
    private static Action action(Fields fields, String description) {
        if (description.contains(" Split ")) {
            return Action.SPLIT;
        }
        if (description.contains("Spinoff") || description.contains("Spin-off")) {
            return Action.SPIN_OFF;
        }
        if (description.contains("Merged(Acquisition) for USD")) {
            return Action.MERGER;
        }
        if (description.contains("Stock Dividend")) {
            return Action.SPLIT;
        }
        throw fields.refused(
                "Description", "a split, a spin-off or a merger for money", "a change that takes several rows");
    }

    private @Nullable Instrument moved(String description) {
        int start = description.lastIndexOf('(');
        int end = description.indexOf(',', Math.max(start, 0));
        return start < 0 || end < 0 ? null : statement.named(description.substring(start + 1, end) + "(");
    }

    /** Shares and options, or money, from or to an account elsewhere. */
    Verdict transfer(Fields fields) {
        if (fields.text("Asset Category").startsWith("Total")) {
            return new Verdict.Ignored("total");
        }
        IbTrades.mustBeDollars(fields);
        LocalDate day = fields.date("Date", Dates.ISO);
        Money cash = fields.roundedMoneyOrZero("Cash Amount");
        String text = String.join(
                " ", fields.text("Type"), fields.text("Direction"), fields.text("Xfer Company"), fields.text("Symbol"));
        if (fields.isBlank("Symbol")) {
            return new Draft(fields.row(), Action.JOURNAL, day)
                    .account(statement.account(fields))
                    .amount(cash)
                    .text(text)
                    .taken();
        }
        return new Draft(fields.row(), Action.TRANSFER, day)
                .account(statement.account(fields))
                .of(statement.instrument(fields, "Symbol"))
                .quantity(directed(fields))
                .amount(cash)
                .text(text)
                .taken();
    }

    private static BigDecimal directed(Fields fields) {
        BigDecimal quantity = fields.number("Qty");
        return switch (fields.text("Direction")) {
            case "In" -> quantity;
            case "Out" -> quantity.signum() > 0 ? quantity.negate() : quantity;
            default -> throw fields.refused("Direction", "In or Out", "neither");
        };
    }

    Verdict position(Fields fields) {
        if (!fields.text("DataDiscriminator").equals("Summary")) {
            return new Verdict.Ignored("lot of a position");
        }
        IbTrades.mustBeDollars(fields);
        remarks.stated(new Stated.Position(
                fields.line(),
                statement.account(fields),
                statement.to(),
                statement.instrument(fields, "Symbol"),
                fields.number("Quantity")));
        return new Verdict.Ignored("position");
    }
}
