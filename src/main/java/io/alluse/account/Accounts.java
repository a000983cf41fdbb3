package io.alluse.account;

import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

    /** The brokerage account of an account, or of a main account whose accounts share one. */
    public BrokerageRef brokerage(String code) {
        Optional<AccountRef> account = store.byCode(code);
        if (account.isPresent()) {
            return account.get().brokerageRef();
        }
        BrokerageRef brokerage = ofMain(code).getFirst().brokerageRef();
        if (!brokerage.id().isMain()) {
            throw Fault.usage(code + " has a brokerage account per account; name one, such as " + brokerage.code());
        }
        return brokerage;
    }

    /** The codes of those whom these brokerage accounts serve, by the brokerage accounts' ids. */
    public Map<Long, String> brokerageCodes(List<Long> ids) {
        return store.brokerageCodes(ids);
    }

    private static Fault unknown(String code) {
        return Fault.notFound("no account " + code + "; see `alluse account list`");
    }
}
