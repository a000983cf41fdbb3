package io.alluse.lifecycle;

import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.fault.Exit;
import io.alluse.lifecycle.MappingDecision.Already;
import io.alluse.lifecycle.MappingDecision.Map;
import io.alluse.lifecycle.MappingDecision.Refuse;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a brokerage account goes on in its life (docs/rules.md 1): the reference given when it is confirmed is the one that counts. */
final class MappingRule {

    static final String CODE = "code";
    static final String REFERENCE = "reference";
    static final String STATE = "state";

    private MappingRule() {}

    /** Taken says who else has the reference, where someone does. */
    static MappingDecision decide(MappingLine line, Served served, Optional<String> taken, LocalDate date) {
        if (date.isBefore(served.openedOn())) {
            return notOpenYet(served, date);
        }
        String reference = line.reference().text();
        if (reference.equals(served.reference()) && served.state().compareTo(line.state()) >= 0) {
            return served.state() == Brokerage.RELEASED ? released() : new Already(served.state());
        }
        if (served.allClosed()) {
            return new Refuse(Exit.NOT_ALLOWED, CODE, "is closed and takes no brokerage account");
        }
        if (taken.isPresent()) {
            return new Refuse(Exit.CONFLICT, REFERENCE, taken.get());
        }
        return served.state().canBecome(line.state()) ? new Map(served, reference, line.state()) : stuck(line, served);
    }

    private static MappingDecision stuck(MappingLine line, Served served) {
        return switch (served.state()) {
            case REQUESTED, OPENED, CONFIRMED ->
                new Refuse(
                        Exit.CONFLICT,
                        REFERENCE,
                        "cannot be " + line.state().word() + ": " + served.code() + " is "
                                + served.state().word() + " as " + served.reference());
            case RELEASED -> released();
        };
    }

    private static Refuse released() {
        return new Refuse(Exit.CONFLICT, CODE, "has released its brokerage account");
    }

    /** Nothing happens to an account before it was opened. */
    private static Refuse notOpenYet(Served served, LocalDate date) {
        return new Refuse(Exit.USAGE, CODE, "was opened on " + served.openedOn() + ", after --date " + date);
    }

    /** Only what is closed lets its brokerage account go. */
    static MappingDecision release(Served served, LocalDate date) {
        if (date.isBefore(served.openedOn())) {
            return notOpenYet(served, date);
        }
        if (served.state() == Brokerage.RELEASED) {
            return new Already(served.state());
        }
        if (!served.allClosed()) {
            String open = served.accounts().stream()
                    .filter(head -> head.state() != AccountState.CLOSED)
                    .map(head -> head.chain().code() + " is " + head.state())
                    .collect(Collectors.joining(", "));
            return new Refuse(
                    Exit.NOT_ALLOWED,
                    CODE,
                    "releases its brokerage account only when all it serves is closed: " + open);
        }
        return new Map(served, served.reference(), Brokerage.RELEASED);
    }
}
