package io.alluse.broker;

import io.alluse.activity.Action;
import io.alluse.activity.Activity.Effect;
import io.alluse.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** What a broker's word for something means. */
sealed interface Meaning {

    /** Something of which every kind is taken or given: money that leaves is not the same action as money that comes. */
    record Takes(Action action, Action ifPaid, Effect effect) implements Meaning {

        /** By the sign of the amount. */
        Action action(Money amount) {
            return amount.signum() < 0 ? ifPaid : action;
        }

        /** What is journaled is money or holdings. */
        Action action(Money amount, BigDecimal units) {
            Action byAmount = action(amount);
            return byAmount == Action.JOURNAL && units.signum() != 0 ? Action.TRANSFER : byAmount;
        }
    }

    /** Something that moves nothing. */
    record Ignores(String kind) implements Meaning {}

    /** Something known that cannot be carried out from what the file says. */
    record Refuses(String why) implements Meaning {}

    /**
     * {@code BUY}, {@code BUY OPENS}, {@code DEPOSIT/WITHDRAWAL} by the sign of the amount, {@code ignored: a kind},
     * {@code refused: a reason}.
     */
    static Meaning of(String text) {
        if (text.startsWith("ignored: ")) {
            return new Ignores(text.substring("ignored: ".length()));
        }
        if (text.startsWith("refused: ")) {
            return new Refuses(text.substring("refused: ".length()));
        }
        List<String> words = List.of(text.split(" "));
        List<String> actions = List.of(words.getFirst().split("/"));
        return new Takes(
                Action.valueOf(actions.getFirst()),
                Action.valueOf(actions.getLast()),
                words.size() > 1 ? Effect.valueOf(words.getLast()) : Effect.UNSAID);
    }
}
