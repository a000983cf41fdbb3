package io.alluse.account;

import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.util.List;

/** Finds accounts by the codes people use. */
public final class Accounts {

    private final AccountStore store;

    public Accounts(Session session) {
        this.store = new AccountStore(session);
    }

    /** The account {@code A-000042-GEN}. */
    public AccountRef account(String code) {
        return store.byCode(code).orElseThrow(() -> unknown(code));
    }

    /** The accounts of the main account {@code A-000042}, in the order of their ids. */
    public List<AccountRef> ofMain(String mainCode) {
        List<AccountRef> accounts = store.ofMain(mainCode);
        if (accounts.isEmpty()) {
            throw unknown(mainCode);
        }
        return accounts;
    }

    private static Fault unknown(String code) {
        return Fault.notFound("no account " + code + "; see `alluse account list`");
    }
}
