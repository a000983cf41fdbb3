package io.alluse.merge;

import io.alluse.account.AccountId;
import io.alluse.intent.Intents;
import io.alluse.intent.KeptIntent;
import io.alluse.policy.MergePositions;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Orders that empty the members of a family before it is merged. */
final class Selling {

    private final Intents intents;

    Selling(Session session) {
        this.intents = new Intents(session);
    }

    /** By decider, of those whose policy wants positions sold: how many are open. */
    Map<AccountId, Integer> open(List<AccountView> due, List<FamilyFacts> families) {
        List<AccountId> members = new ArrayList<>();
        for (int i = 0; i < due.size(); i++) {
            if (due.get(i).policy().merge().positions() == MergePositions.LIQUIDATE) {
                families.get(i)
                        .members()
                        .forEach(head -> members.add(head.chain().account()));
            }
        }
        if (members.isEmpty()) {
            return Map.of();
        }
        Map<AccountId, List<KeptIntent>> open = intents.open(members);
        Map<AccountId, Integer> counted = new HashMap<>();
        for (FamilyFacts family : families) {
            int orders = family.members().stream()
                    .flatMap(head -> open.getOrDefault(head.chain().account(), List.of()).stream())
                    .filter(intent -> intent.order().kind().closes())
                    .mapToInt(_ -> 1)
                    .sum();
            counted.put(family.decider(), orders);
        }
        return counted;
    }
}
