package io.alluse.lifecycle;

import io.alluse.account.AccountState;
import io.alluse.account.Brokerage;
import io.alluse.ledger.Balances;
import io.alluse.ledger.LedgerAccount;
import io.alluse.lifecycle.StateDecision.Already;
import io.alluse.lifecycle.StateDecision.Change;
import io.alluse.lifecycle.StateDecision.Refuse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which state a person may give to an account (docs/rules.md 8): legal changes only, closing only what is empty. */
final class StateRule {

    private StateRule() {}

    /** What the decision depends on. */
    record Facts(AccountState state, Balances balances, Brokerage brokerage) {}

    static StateDecision decide(StateVerb verb, Facts facts) {
        if (facts.state() == verb.to()) {
            return new Already(facts.state());
        }
        if (!verb.startsFrom(facts.state()) || !facts.state().canBecome(verb.to())) {
            return new Refuse(illegal(verb, facts.state()));
        }
        return switch (verb) {
            case CLOSE -> facts.balances().isEmpty() ? change(verb, facts) : new Refuse(notEmpty(facts));
            case RESUME -> resume(facts);
            case SUSPEND, RECOVER -> change(verb, facts);
        };
    }

    /** A SAFE account waits for its brokerage account; what was suspended for money in SUSPENSE waits until that is resolved. */
    private static StateDecision resume(Facts facts) {
        if (facts.state() == AccountState.SAFE && facts.brokerage() != Brokerage.CONFIRMED) {
            return new Refuse("is SAFE because its brokerage account is only "
                    + facts.brokerage().word() + ": it becomes ACTIVE when `alluse account map` confirms it");
        }
        if (!facts.balances().of(LedgerAccount.SUSPENSE).isZero()) {
            return new Refuse(
                    "holds SUSPENSE " + facts.balances().natural(LedgerAccount.SUSPENSE) + ": resolve that first");
        }
        return change(StateVerb.RESUME, facts);
    }

    private static StateDecision change(StateVerb verb, Facts facts) {
        return new Change(facts.state(), verb.to());
    }

    private static String illegal(StateVerb verb, AccountState state) {
        List<StateVerb> legal = StateVerb.legalIn(state);
        String words = legal.stream().map(StateVerb::word).collect(Collectors.joining(" or "));
        return "is " + state + " and cannot be " + verb.participle() + "; "
                + (legal.isEmpty() ? "no change by a person is legal" : "legal is " + words);
    }

    private static String notEmpty(Facts facts) {
        String left = Arrays.stream(LedgerAccount.values())
                .filter(account -> account.isNetWorth() || account == LedgerAccount.SUSPENSE)
                .filter(account -> !facts.balances().of(account).isZero())
                .map(account -> account + " " + facts.balances().natural(account))
                .collect(Collectors.joining(", "));
        return "is not empty and cannot be closed: " + left + " left";
    }
}
