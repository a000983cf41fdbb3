package io.alluse.cli;

import io.alluse.fault.Fault;
import java.io.Console;
import java.util.Optional;

/** Asks a person before something is done; a script says --yes. */
final class Confirm {

    private Confirm() {}

    /** True if it is to be done; a fault where there is nobody to ask. */
    static boolean asked(String question, boolean yes) {
        if (yes) {
            return true;
        }
        Console console = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .orElseThrow(() -> Fault.usage("nobody to ask: " + question + " give --yes"));
        String answer = console.readLine("%s [y/N] ", question);
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
