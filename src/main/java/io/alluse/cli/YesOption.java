package io.alluse.cli;

import picocli.CommandLine.Option;

/** What a script says where a person would be asked. */
final class YesOption {

    @Option(names = "--yes", description = "do not ask, as about a business date in the future")
    private boolean yes;

    boolean given() {
        return yes;
    }
}
