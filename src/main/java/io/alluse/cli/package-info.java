/** The command line: nouns and verbs, help, errors on one line, exit codes. */
@NullMarked
package io.alluse.cli;

import org.jspecify.annotations.NullMarked;
