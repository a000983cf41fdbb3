package io.alluse.lineage;

/** How far a fork is. */
public enum ForkState {
    /** The brokerage accounts of its children are not all confirmed. */
    AWAITING,
    DONE,
    /** The money has gone back to the parent. */
    REVERSED
}
