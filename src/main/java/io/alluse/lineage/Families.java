package io.alluse.lineage;

import io.alluse.account.AccountId;
import io.alluse.sql.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fork families. */
public final class Families {

    private final FamilyStore store;

    public Families(Session session) {
        this.store = new FamilyStore(session);
    }

    /** By member, of those of these accounts whose family is open, and of their siblings. */
    public Map<AccountId, Family> open(Collection<AccountId> accounts) {
        return accounts.isEmpty() ? Map.of() : byMember(accounts, false);
    }

    /** That an account belongs to, or belonged to. */
    public Optional<Family> of(AccountId account) {
        return Optional.ofNullable(byMember(List.of(account), true).get(account));
    }

    private Map<AccountId, Family> byMember(Collection<AccountId> accounts, boolean merged) {
        Map<AccountId, Family> byMember = new HashMap<>();
        for (Family family : store.families(accounts, merged)) {
            family.members().forEach(member -> byMember.put(member, family));
        }
        return byMember;
    }
}
