package io.alluse.story;

import io.alluse.lifecycle.PolicyWishes;
import io.alluse.lifecycle.StateVerb;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a story says, one thing after the other: something happens, or something is expected. */
sealed interface Step {

    int line();

    /** Main accounts are opened on a day: rows of a capital plan. */
    record Open(int line, LocalDate on, List<String> rows) implements Step {

        static final String COLUMNS =
                "name,capital,policy,mapping,split,overlays,opening_date,main_reference,gen_reference,rev_reference,com_reference";
    }

    /** Closes of a day: {@code symbol,date,close}. */
    record Prices(int line, List<String> rows) implements Step {}

    /** A statement of an account, or of a main account that shares one, arrives and is imported under a date. */
    record Statement(
            int line,
            String whose,
            LocalDate imported,
            List<String> rows,
            @Nullable String comesTo) implements Step {}

    record Configure(int line, String whose, LocalDate from, PolicyWishes wishes) implements Step {}

    record Change(int line, StateVerb verb, String whose, LocalDate on) implements Step {}

    /** The broker has opened the account that serves this one. */
    record Confirm(int line, String whose, LocalDate on) implements Step {}

    /** A job is run; in the words of the story, what becomes of whom, or why it is refused. */
    record Run(
            int line,
            String job,
            LocalDate date,
            List<Outcome> outcomes,
            @Nullable String refused) implements Step {}

    /** All balances of an account that are not zero: {@code CASH 94930.00}. */
    record Balances(int line, String whose, List<String> expected) implements Step {}

    /** All accounts there are: {@code One GEN ACTIVE base 100000.00}. */
    record Accounts(int line, List<String> expected) implements Step {}

    /** What becomes of an account in a run; below it what is posted, and lines of the explanation. */
    record Outcome(String whose, String outcome, List<String> movements, List<String> says) {}
}
