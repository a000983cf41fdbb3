package io.alluse.account;

import io.alluse.policy.Tier;
import java.util.regex.Pattern;

/** Codes of forks and of the accounts they open: they derive from the parent's code and the number of its fork. */
public final class ForkCodes {

    private static final Pattern TIER = Pattern.compile("-(GEN|REV|COM)(?=-|$)");

    private ForkCodes() {}

    /** How many forks back the account that capitalization opened is, which is of the first generation itself. */
    public static int generation(String account) {
        return (int) TIER.matcher(account).results().count();
    }

    /** {@code A-000042-GEN-1}: the first fork of A-000042-GEN, and the main account where it opens one. */
    public static String fork(String parent, int no) {
        return parent + "-" + no;
    }

    /** {@code A-000042-GEN-1-COM}. */
    public static String child(String fork, Tier tier) {
        return fork + "-" + tier;
    }
}
