package io.alluse.funding;

import io.alluse.account.AccountId;
import java.util.Collection;

/** Ids as SQL takes them. */
final class Ids {

    private Ids() {}

    static Long[] of(Collection<AccountId> ids) {
        return ids.stream().map(AccountId::value).toArray(Long[]::new);
    }
}
