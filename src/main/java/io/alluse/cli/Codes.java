package io.alluse.cli;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.sql.Session;
import org.jspecify.annotations.Nullable;

/** What a code on the command line stands for. */
final class Codes {

    private Codes() {}

    /** An account, or a main account; null stands for all. */
    static @Nullable AccountId id(Session session, @Nullable String code) {
        if (code == null) {
            return null;
        }
        Accounts accounts = new Accounts(session);
        return Accounts.isMainCode(code)
                ? accounts.ofMain(code).getFirst().id().main()
                : accounts.account(code).id();
    }
}
