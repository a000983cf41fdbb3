package io.alluse.merge;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.lineage.Emptied;
import io.alluse.lineage.Families;
import io.alluse.lineage.Merge;
import io.alluse.lineage.Merges;
import io.alluse.merge.FamilyFacts.Found;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import java.util.List;
import java.util.Optional;

/** A family as it was before it was merged: the histories of its accounts are played again. */
final class PastFamily {

    private final Merges merges;
    private final Families families;
    private final Ledger ledger;

    PastFamily(Session session) {
        this.merges = new Merges(session);
        this.families = new Families(session);
        this.ledger = new Ledger(session);
    }

    Optional<MergeFacts> of(AccountView view, BusinessDay date) {
        AccountId account = view.head().chain().account();
        Optional<Emptied> emptied =
                Optional.ofNullable(merges.emptied(List.of(account)).get(account));
        if (emptied.isEmpty() || view.head().state() == AccountState.MERGING) {
            return emptied.map(by -> new MergeFacts(by, null));
        }
        return merges.merge(emptied.get().merge())
                .filter(merge -> merge.date().equals(date.date()))
                .flatMap(merge -> families.of(account)
                        .map(family -> new FamilyFacts(family, members(merge), target(merge), Found.NOTHING)))
                .map(family -> new MergeFacts(null, family));
    }

    private List<AccountHead> members(Merge merge) {
        return merge.members().stream()
                .map(member -> ledger.after(member.account(), member.code(), member.eventNo() - 1)
                        .head())
                .toList();
    }

    private AccountHead target(Merge merge) {
        return ledger.after(merge.target(), merge.targetCode(), merge.eventNo() - 1)
                .head();
    }
}
