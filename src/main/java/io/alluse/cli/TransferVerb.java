package io.alluse.cli;

import io.alluse.funding.Transfer;

/** The verbs that decide about a transfer or make one. */
abstract class TransferVerb extends ActVerb {

    void answer(Transfer transfer) {
        if (options().json()) {
            out().println(TransferText.json(transfer));
        } else if (options().quiet()) {
            out().println(transfer.id());
        } else {
            out().println("transfer " + transfer.id() + " of "
                    + transfer.amount().readable() + " from " + transfer.from() + " to " + transfer.to() + ": "
                    + TransferText.state(transfer));
            if (transfer.open() > 0) {
                next("let the broker move it; the lines of the next statements settle what is announced"
                        + " (alluse statement announcements)");
            }
        }
    }
}
