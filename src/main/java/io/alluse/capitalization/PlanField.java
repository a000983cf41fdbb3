package io.alluse.capitalization;

import java.util.Locale;

/** The columns of a capital plan; a plan has the required ones and any of the others, in any order. */
public enum PlanField {
    NAME(true, "what you call the main account; unique"),
    CAPITAL(true, "US dollars, for example 500000 or 500000.00"),
    POLICY(false, "standard, screenplay, constitution, or one of your own; default standard"),
    MAPPING(false, "per-account or per-main; default: the policy's"),
    SPLIT(false, "GEN/REV/COM in percent, for example 20/30/50; default: the policy's"),
    OVERLAYS(false, "risk template and allocation strategy, separated by +, for example conservative+balanced"),
    OPENING_DATE(false, "YYYY-MM-DD; default: the business date of the run"),
    MAIN_REFERENCE(false, "mapping per-main: the brokerage account, confirmed by being given"),
    GEN_REFERENCE(false, "mapping per-account: the brokerage account of GEN"),
    REV_REFERENCE(false, "mapping per-account: the brokerage account of REV"),
    COM_REFERENCE(false, "mapping per-account: the brokerage account of COM");

    private final boolean required;
    private final String meaning;

    PlanField(boolean required, String meaning) {
        this.required = required;
        this.meaning = meaning;
    }

    /** The title in the file. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isRequired() {
        return required;
    }

    public String meaning() {
        return meaning;
    }
}
