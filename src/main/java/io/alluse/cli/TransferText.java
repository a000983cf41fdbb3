package io.alluse.cli;

import io.alluse.split.TransferProposals.Rest;
import io.alluse.text.Json;

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
}
