package io.alluse.intent;

import io.alluse.activity.Activity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Intents of accounts while lines of a statement are judged: each line finds them as the ones before it have left them. */
public final class FillableIntents {

    private final Map<IntentRef, KeptIntent> intents = new LinkedHashMap<>();

    public FillableIntents(Collection<KeptIntent> intents) {
        intents.forEach(intent -> this.intents.put(intent.ref(), intent));
    }

    public boolean isEmpty() {
        return intents.isEmpty();
    }

    /** What a trade would fill; nothing changes. */
    public List<Fill> filledBy(Activity trade) {
        return isEmpty() ? List.of() : FillRule.fills(trade, intents.values());
    }

    /** Of several accounts together. */
    public static List<Fill> filledBy(Activity trade, Collection<FillableIntents> accounts) {
        List<KeptIntent> all = new ArrayList<>();
        accounts.forEach(one -> all.addAll(one.intents.values()));
        return FillRule.fills(trade, all);
    }

    /** It has been so. */
    public void take(List<Fill> fills) {
        fills.forEach(fill -> intents.put(fill.after().ref(), fill.after()));
    }
}
