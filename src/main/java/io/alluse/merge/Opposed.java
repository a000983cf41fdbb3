package io.alluse.merge;

import io.alluse.absorption.Piece;
import io.alluse.instrument.Instrument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Families that come into one account in the same transaction have not seen each other when they were decided. */
final class Opposed {

    private Opposed() {}

    static void mustNotMeet(List<PlacedMerge> ofOneTarget) {
        if (ofOneTarget.size() > 1) {
            Map<Instrument, Integer> sides = new HashMap<>();
            ofOneTarget.stream()
                    .flatMap(PlacedMerge::moves)
                    .flatMap(move -> move.parcel().pieces().stream())
                    .forEach(piece -> mustNotMeet(piece, sides));
        }
    }

    private static void mustNotMeet(Piece piece, Map<Instrument, Integer> sides) {
        int side = piece.quantity().signum();
        Integer other = sides.putIfAbsent(piece.instrument(), side);
        if (other != null && other * side < 0) {
            throw new IllegalStateException("another family of its main account has sold " + piece.instrument()
                    + ", or has it where this one has sold it; relaunch takes them one by one");
        }
    }
}
