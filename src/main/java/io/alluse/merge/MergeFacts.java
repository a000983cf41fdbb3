package io.alluse.merge;

import io.alluse.lineage.Emptied;
import org.jspecify.annotations.Nullable;

/** What an account is decided by besides its head: the merge that has emptied it, or the open family that it belongs to. */
record MergeFacts(@Nullable Emptied emptied, @Nullable FamilyFacts family) {

    static final MergeFacts NONE = new MergeFacts(null, null);
}
