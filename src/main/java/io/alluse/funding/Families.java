package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.funding.Family.Member;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.PagedHead;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;

/** The main accounts that a page tells of: each once, with its first account. */
final class Families {

    private static final int FIRST_MEMBER = 1;

    private final FamilyStore store;
    private final Ledger ledger;

    Families(Session session) {
        this.store = new FamilyStore(session);
        this.ledger = new Ledger(session);
    }

    /** A main account of which an account cannot be read is left out. */
    List<Family> of(List<AccountView> page) {
        Map<AccountId, Member> known = HashMap.newHashMap(page.size());
        List<AccountView> tellers = new ArrayList<>();
        for (AccountView view : page) {
            AccountId id = view.head().chain().account();
            known.put(id, new Member(view.tier(), view.head()));
            if (id.equals(id.main().member(FIRST_MEMBER))) {
                tellers.add(view);
            }
        }
        if (tellers.isEmpty()) {
            return List.of();
        }
        SequencedMap<AccountId, List<AccountId>> members =
                store.members(tellers.stream().map(Families::main).toList());
        readOthers(members, known);
        List<Family> families = new ArrayList<>(tellers.size());
        for (AccountView teller : tellers) {
            List<AccountId> ids = Objects.requireNonNull(members.get(main(teller)));
            if (known.keySet().containsAll(ids)) {
                families.add(family(teller, ids, known));
            }
        }
        return families;
    }

    private static AccountId main(AccountView view) {
        return view.head().chain().account().main();
    }

    private void readOthers(Map<AccountId, List<AccountId>> members, Map<AccountId, Member> known) {
        List<AccountId> others = members.values().stream()
                .flatMap(List::stream)
                .filter(id -> !known.containsKey(id))
                .toList();
        for (PagedHead other : others.isEmpty() ? List.<PagedHead>of() : ledger.page(others)) {
            if (other.head() != null) {
                known.put(other.id(), new Member(other.tier(), other.head()));
            }
        }
    }

    private static Family family(AccountView teller, List<AccountId> ids, Map<AccountId, Member> known) {
        String code = teller.head().chain().code();
        return new Family(
                main(teller),
                code.substring(0, code.lastIndexOf('-')),
                teller.policy(),
                ids.stream().map(id -> Objects.requireNonNull(known.get(id))).toList());
    }
}
