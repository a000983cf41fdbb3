package io.alluse.consolidation;

import io.alluse.fault.Fault;
import io.alluse.money.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a person asks for; what is left open is for the rule to choose.
 *
 * @param target an account of the same main account
 * @param anew whether an account is to be opened for it
 * @param amount of cash, where only a part is to move
 * @param positions instruments, by canonical text, of which all that is held is to move
 */
public record Wish(
        @Nullable String target, boolean anew, @Nullable Money amount, List<String> positions) {

    public static final Wish ANY = new Wish(null, false, null, List.of());

    public Wish {
        positions = positions.stream().distinct().sorted().toList();
        if (anew && target != null) {
            throw Fault.usage("--to " + target + " and --to-new: name an account or have one opened, not both");
        }
        if (amount != null && !amount.isPositive()) {
            throw Fault.usage("--amount " + amount + ": an amount above 0.00 moves");
        }
    }

    boolean isPart() {
        return amount != null || !positions.isEmpty();
    }
}
