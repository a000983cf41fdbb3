package io.alluse.lineage;

/** How far a merge is. */
public enum MergeState {
    /** It can still be taken back: the next close has not come. */
    MERGED,
    /** Those who gave all they had are CLOSED. */
    CLOSED,
    /** All has gone back where it came from. */
    REVERSED
}
