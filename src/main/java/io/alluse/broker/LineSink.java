package io.alluse.broker;

import io.alluse.activity.Activity;

/**
 * Gets every record of a file exactly once, in the order of the file: the physical lines taken, ignored and rejected add up to
 * those of the file.
 */
public interface LineSink {

    /**
     * A record that means something.
     *
     * @param lines how many physical lines it takes; 0 for a further activity of the same record
     */
    void took(Activity activity, long lines);

    /** A record that moves nothing: a blank line, a title, a header, a subtotal. */
    void ignored(long line, long lines, String kind);

    void rejected(LineProblem problem, long lines);

    /** What the file itself says the account holds; of a record that is taken or ignored, too. */
    void stated(Stated stated);

    /** Something that does not tie and changes nothing. */
    void warned(LineProblem problem);
}
