package io.alluse.capitalization;

/** A plan that was to be carried out as a whole has rows that can't be; nothing of it has been written. */
public final class PlanRefused extends RuntimeException {

    private final transient CapitalizationPreview preview;

    PlanRefused(CapitalizationPreview preview) {
        super("rows refused: " + preview.refused() + " of " + preview.rows()
                + ", and all or nothing was asked for; nothing was written");
        this.preview = preview;
    }

    public CapitalizationPreview preview() {
        return preview;
    }
}
