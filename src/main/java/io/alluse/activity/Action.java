package io.alluse.activity;

/** What kind of thing happened; where a broker does not say whether a trade opens or closes, the position decides. */
public enum Action {
    /** Any purchase of shares or contracts, opening or closing. */
    BUY,
    /** Any sale of shares or contracts, opening or closing. */
    SELL,
    /** A written option was assigned: it is gone, and its stock leg is a BUY or SELL of this account at the strike. */
    ASSIGNED,
    /** A held option was exercised: it is gone, and its stock leg is a BUY or SELL of this account at the strike. */
    EXERCISED,
    EXPIRED,
    /** An option ended in money instead of shares. */
    CASH_SETTLED,
    DIVIDEND,
    WITHHOLDING,
    INTEREST,
    /** A fee that belongs to no trade. */
    FEE,
    /** Money from outside. */
    DEPOSIT,
    /** Money to outside. */
    WITHDRAWAL,
    /** Money between accounts at the broker, either way by its sign. */
    JOURNAL,
    /** Holdings that arrive, at the basis given, or leave. */
    TRANSFER,
    /** The quantity is the change of what is held. */
    SPLIT,
    /** All that is held goes on under another name, {@link Activity#became()}; the quantity is what there is of it then, zero if as many. */
    SYMBOL_CHANGE,
    /**
     * What is held is exchanged for shares, money or both. For shares: all of it, {@link Activity#became()} says for which, the quantity is
     * what arrives of them. For money alone: nothing is became, the quantity is what leaves.
     */
    MERGER,
    /**
     * Shares of another company, {@link Activity#became()}, arrive in this quantity for what is held; the basis, where given, is that part
     * of the basis held so far which goes over to them.
     */
    SPIN_OFF,
    /** Money for a fraction: the quantity is what leaves, zero if the fraction had never arrived. */
    CASH_IN_LIEU,
    RETURN_OF_CAPITAL;

    /** What a broker has to tell an amount of; a journal may be of shares. */
    public boolean movesMoney() {
        return switch (this) {
            case BUY, SELL, CASH_SETTLED, DIVIDEND, WITHHOLDING, INTEREST, FEE, DEPOSIT, WITHDRAWAL -> true;
            case CASH_IN_LIEU, RETURN_OF_CAPITAL -> true;
            case ASSIGNED, EXERCISED, EXPIRED, JOURNAL, TRANSFER, SPLIT, SYMBOL_CHANGE, MERGER, SPIN_OFF -> false;
        };
    }
}
