package io.alluse.account;

import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds accounts by the codes people use. */
public final class Accounts {

    private static final Pattern CODE = Pattern.compile("A-([0-9]{1,10})(-[A-Za-z0-9.-]{1,1000})?");
    private static final Pattern MAIN_CODE = Pattern.compile("A-[0-9]{1,10}(-(GEN|REV|COM)-[0-9]{1,10})*");

    private final AccountStore store;

    public Accounts(Session session) {
        this.store = new AccountStore(session);
    }

    /** The account {@code A-000042-GEN}. */
    public AccountRef account(String code) {
        return store.byCode(code).orElseThrow(() -> store.ofMain(code).isEmpty() ? unknown(code) : isMain(code));
    }

    /** The accounts of the main account {@code A-000042}, in the order of their ids. */
    public List<AccountRef> ofMain(String mainCode) {
        List<AccountRef> accounts = store.ofMain(mainCode);
        if (accounts.isEmpty()) {
            throw unknown(mainCode);
        }
        return accounts;
    }

    /** The number in {@code A-000042} and in the codes of all accounts of that main account; none if it is not a code. */
    public static OptionalLong mainNumber(String code) {
        Matcher matcher = CODE.matcher(code);
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }

    /** Whether this is the code of a main account: {@code A-000042}, or {@code A-000042-REV-1} if a fork opened it. */
    public static boolean isMainCode(String code) {
        return MAIN_CODE.matcher(code).matches();
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

    /** The codes of these accounts. */
    public Map<AccountId, String> codes(Collection<AccountId> ids) {
        return store.codes(ids);
    }

    private static Fault isMain(String code) {
        return Fault.notFound(code + " is a main account; name one of its accounts, such as " + code + "-GEN");
    }

    private static Fault unknown(String code) {
        return Fault.notFound("no account " + code + "; see `alluse account list`");
    }
}
