package io.alluse.run;

import org.jspecify.annotations.Nullable;

/** Read, decide, post: what a job does with one part of its population, a page at a time, each page in one transaction. */
public interface PartWork<P, D> {

    /** The next page, or null at the end. */
    @Nullable
    P read();

    D decide(P page);

    void post(D decided);
}
