package io.alluse.consolidation;

import io.alluse.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an account is to go.
 *
 * @param target none where one is to be opened
 * @param amount of cash, of a part
 * @param positions of a part, by canonical text
 */
record Choice(
        Strategy strategy,
        @Nullable Relative target,
        @Nullable Money amount,
        List<String> positions) {

    Choice {
        positions = List.copyOf(positions);
    }

    static Choice whole(Relative target) {
        return new Choice(target.parent() ? Strategy.PARENT : Strategy.SIBLING, target, null, List.of());
    }

    static Choice part(Relative target, @Nullable Money amount, List<String> positions) {
        return new Choice(Strategy.PARTIAL, target, amount, positions);
    }

    static Choice anew() {
        return new Choice(Strategy.NEW, null, null, List.of());
    }
}
