package io.alluse.statement;

import io.alluse.activity.Activity;

/**
 * An activity of a file, waiting to be posted.
 *
 * @param brokerage the brokerage account that it is about
 * @param leg counts the activities that one record of the file tells, from 0
 * @param lines the physical lines of the record; 0 for a further activity of it
 */
record StagedLine(long brokerage, int leg, int lines, Activity activity) {

    long line() {
        return activity.line();
    }
}
