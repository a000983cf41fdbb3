package io.alluse.policy;

/** The three kinds of account: generator, revenue, compounding, in the order in which splits name them. */
public enum Tier {
    GEN,
    REV,
    COM
}
