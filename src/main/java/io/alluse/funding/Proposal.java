package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.money.Money;
import io.alluse.split.TransferProposals;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A transfer between accounts of one main account that a run proposes. */
record Proposal(AccountId from, AccountId to, Money amount) {

    static List<Proposal> of(Family family, TransferProposals proposals) {
        Map<String, AccountId> ids = new HashMap<>();
        family.members().forEach(member -> ids.put(member.code(), member.id()));
        return proposals.transfers().stream()
                .map(transfer -> new Proposal(
                        Objects.requireNonNull(ids.get(transfer.from())),
                        Objects.requireNonNull(ids.get(transfer.to())),
                        transfer.amount()))
                .toList();
    }
}
