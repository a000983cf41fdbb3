package io.alluse.absorption;

import io.alluse.instrument.Instrument;
import io.alluse.lot.Held;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one account has bought and another has sold cannot lie side by side in one account (docs/rules.md 7.2). */
public final class Opposition {

    private Opposition() {}

    /** The first instrument of which some of these accounts hold the one side, and some the other. */
    public static Optional<Instrument> between(Collection<List<Held>> accounts) {
        Map<Instrument, Integer> sides = new HashMap<>();
        for (List<Held> account : accounts) {
            for (Held held : account) {
                int side = held.quantity().signum();
                Integer other = sides.putIfAbsent(held.instrument(), side);
                if (other != null && other * side < 0) {
                    return Optional.of(held.instrument());
                }
            }
        }
        return Optional.empty();
    }
}
