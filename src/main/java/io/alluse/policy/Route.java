package io.alluse.policy;

/** One row of the routing table: trade lines of this kind, symbol and side belong to the account of this tier. */
public record Route(String kind, String symbol, String side, Tier to) {

    public static final String ANY = "any";

    /** Whether a line of this kind ({@code stock, call, put}), underlying and side ({@code buy, sell}) takes this route. */
    public boolean matches(String lineKind, String lineSymbol, String lineSide) {
        return kindMatches(lineKind) && fits(symbol, lineSymbol) && fits(side, lineSide);
    }

    private boolean kindMatches(String lineKind) {
        return fits(kind, lineKind) || (kind.equals("option") && (lineKind.equals("call") || lineKind.equals("put")));
    }

    private static boolean fits(String pattern, String word) {
        return pattern.equals(ANY) || pattern.equals(word);
    }

    /** {@code option TSLA sell GEN}. */
    @Override
    public String toString() {
        return String.join(" ", kind, symbol, side, to.name());
    }
}
