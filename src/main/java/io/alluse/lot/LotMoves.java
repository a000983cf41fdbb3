package io.alluse.lot;

import io.alluse.account.AccountId;
import io.alluse.holding.Closing;
import io.alluse.holding.Lot;
import io.alluse.holding.Origin;
import java.util.List;
import java.util.Map;

/**
 * Lots that leave an account, or arrive in one, other than by lines of a statement.
 *
 * @param changed lots that were there, as they are now
 * @param origins where those that are opened come from, by their numbers
 */
public record LotMoves(List<Lot> opened, List<Lot> changed, List<Closing> closings, Map<Integer, Source> origins) {

    /** The lot of another account that a lot was before. */
    public record Source(AccountId account, int lot, Origin origin) {}

    public LotMoves {
        opened = List.copyOf(opened);
        changed = List.copyOf(changed);
        closings = List.copyOf(closings);
        origins = Map.copyOf(origins);
    }

    public static LotMoves out(List<Lot> changed, List<Closing> closings) {
        return new LotMoves(List.of(), changed, closings, Map.of());
    }

    public static LotMoves in(List<Lot> opened, Map<Integer, Source> origins) {
        return new LotMoves(opened, List.of(), List.of(), origins);
    }
}
