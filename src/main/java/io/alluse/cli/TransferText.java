package io.alluse.cli;

import io.alluse.funding.Transfer;
import io.alluse.split.TransferProposals.Rest;
import io.alluse.text.Json;
import java.io.PrintWriter;

/** Transfers between accounts of a main account, for people and for programs. */
final class TransferText {

    private TransferText() {}

    static String rest(Rest rest) {
        boolean keeps = rest.amount().isPositive();
        return rest.code()
                + (keeps
                        ? " has " + rest.amount().readable() + " too much"
                        : " lacks " + rest.amount().negated().readable())
                + ": " + rest.reason();
    }

    static Json json(Rest rest) {
        return Json.object()
                .put("account", rest.code())
                .put("amount", rest.amount())
                .put("reason", rest.reason());
    }

    /** What has become of it. */
    static String state(Transfer one) {
        return switch (one.state()) {
            case PROPOSED -> "proposed on " + one.proposedOn();
            case SUPERSEDED -> "superseded on " + one.endedOn();
            case DECLINED -> "declined on " + one.endedOn() + " by " + one.by() + ": " + one.reason();
            case EXECUTED -> "executed on " + one.endedOn() + " as " + one.transferId();
        };
    }

    /** What statements have shown of it. */
    static String broker(Transfer one) {
        if (one.announced() == 0) {
            return "-";
        }
        return one.open() == 0 ? "settled" : one.open() + " of " + one.announced() + " announced";
    }

    static void print(PrintWriter out, Transfer one) {
        line(out, "transfer", Long.toString(one.id()));
        line(out, "from", one.from());
        line(out, "to", one.to());
        line(out, "amount", one.amount().readable());
        line(out, "proposed", one.proposedOn() == null ? "no" : one.proposedOn() + " by run " + one.runId());
        line(out, "state", state(one));
        if (one.reason() != null) {
            line(out, "reason", one.reason() + " (" + one.by() + ")");
        }
        line(out, "broker", broker(one));
    }

    private static void line(PrintWriter out, String title, String text) {
        out.println("%-12s%s".formatted(title, text));
    }

    static Json json(Transfer one) {
        return Json.object()
                .put("id", one.id())
                .put("from", one.from())
                .put("to", one.to())
                .put("amount", one.amount())
                .put("state", one.state().word())
                .put("proposedOn", one.proposedOn())
                .put("run", one.runId())
                .put("endedOn", one.endedOn())
                .put("by", one.by())
                .put("reason", one.reason())
                .put("transferId", one.transferId())
                .put("announced", one.announced())
                .put("announcedOpen", one.open());
    }
}
