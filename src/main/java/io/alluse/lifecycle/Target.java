package io.alluse.lifecycle;

import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Fault;
import java.util.List;

/** What a code on the command line names: one account, or a main account with all of its accounts. */
record Target(String code, AccountId id, List<AccountRef> accounts) {

    Target {
        accounts = List.copyOf(accounts);
    }

    static Target of(Accounts accounts, String code) {
        if (Accounts.isMainCode(code)) {
            List<AccountRef> members = accounts.ofMain(code);
            return new Target(code, members.getFirst().id().main(), members);
        }
        AccountRef account = accounts.account(code);
        return new Target(code, account.id(), List.of(account));
    }

    boolean isMain() {
        return id.isMain();
    }

    AccountRef first() {
        return accounts.getFirst();
    }

    int partition() {
        return id.partition();
    }

    List<AccountId> ids() {
        return accounts.stream().map(AccountRef::id).toList();
    }

    /** Nothing happens to an account before it was opened. */
    void mustBeOpenOn(BusinessDay date) {
        for (AccountRef account : accounts) {
            if (date.date().isBefore(account.openedOn())) {
                throw Fault.usage(
                        "--date " + date + " is before " + account.code() + " was opened (" + account.openedOn() + ")");
            }
        }
    }
}
