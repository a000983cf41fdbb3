package io.alluse.statement;

import io.alluse.account.Accounts;
import io.alluse.fault.Fault;
import io.alluse.sql.Session;
import io.alluse.statement.NameStore.Candidate;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which brokerage account a name in the file stands for; asked of the database once per name. */
final class AccountNames {

    private final NameStore store;
    private final @Nullable Long unnamed;
    private final Map<String, Named> known = new HashMap<>();

    /** Unnamed is the account of lines that name none. */
    AccountNames(NameStore store, @Nullable Long unnamed) {
        this.store = store;
        this.unnamed = unnamed;
    }

    /** The brokerage account that a person names: by the code of whom it serves, or by what the broker calls it. */
    static long ofOurs(Session session, String name) {
        if (Accounts.mainNumber(name).isPresent()) {
            return new Accounts(session).brokerage(name).id().value();
        }
        Named found =
                named(name, new NameStore(session).candidates(Set.of(name)).getOrDefault(name, List.of()));
        if (found.brokerage() == null) {
            throw Fault.notFound(found.reason());
        }
        return found.brokerage();
    }

    /** A brokerage account, or why there is none. */
    record Named(@Nullable Long brokerage, String reason) {}

    /** What they stood for when the file was read before, whatever has been mapped since. */
    void recall(Map<String, @Nullable Long> kept) {
        kept.forEach((name, id) -> known.put(name, new Named(id, id == null ? unknown(name) : "")));
    }

    void learn(Set<String> names) {
        names.stream().filter(AccountNames::isUnnamed).forEach(name -> known.put(name, unnamed(name)));
        Set<String> asked = names.stream()
                .filter(name -> !known.containsKey(name))
                .filter(name -> !isUnnamed(name))
                .collect(Collectors.toSet());
        if (!asked.isEmpty()) {
            Map<String, List<Candidate>> found = store.candidates(asked);
            asked.forEach(name -> known.put(name, named(name, found.getOrDefault(name, List.of()))));
        }
    }

    Named of(String name) {
        return isUnnamed(name) ? unnamed(name) : Objects.requireNonNull(known.get(name), "learned before");
    }

    /** A number that the broker has masked is none. */
    private static boolean isUnnamed(String name) {
        return name.isEmpty() || name.indexOf('*') >= 0;
    }

    private Named unnamed(String name) {
        String said = name.isEmpty() ? "the file does not say whose line it is" : "the file masks the account";
        return unnamed != null ? new Named(unnamed, "") : new Named(null, said + ": name it with --account CODE");
    }

    /** Where no line of a file can be of the account that was named, or of any: one refusal says so instead of one a line. */
    void mustFit(Path file, @Nullable String account, Set<String> seen) {
        if (seen.isEmpty()) {
            return;
        }
        if (account == null && seen.stream().allMatch(AccountNames::isUnnamed)) {
            throw Fault.usage(
                    file + ": does not say whose account it is; name it with --account CODE, or put the file into"
                            + " the directory of its account in the inbox");
        }
        if (unnamed != null && seen.stream().noneMatch(name -> isOf(unnamed, name))) {
            String name = seen.iterator().next();
            throw Fault.usage(file + ": is of brokerage account " + name + ", not of " + account + "; "
                    + advice(unnamed, name, String.valueOf(account)));
        }
    }

    private String advice(long wanted, String name, String account) {
        if (of(name).brokerage() != null) {
            return "leave --account away to import it for whom that serves";
        }
        return store.reference(wanted)
                .map(reference -> "the broker calls that " + reference + ": give its file")
                .orElseGet(() -> "if this is what the broker calls it, say so: `alluse account map " + account
                        + " --reference " + name + "`");
    }

    private boolean isOf(long brokerage, String name) {
        return Objects.equals(of(name).brokerage(), brokerage);
    }

    private static Named named(String name, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return new Named(null, unknown(name));
        }
        if (candidates.size() > 1) {
            String which = candidates.stream()
                    .map(one -> one.reference() + " of " + one.code())
                    .collect(Collectors.joining(", "));
            return new Named(null, "brokerage account " + name + " could be " + which);
        }
        Candidate only = candidates.getFirst();
        return only.released()
                ? new Named(null, "brokerage account " + name + " has been released by " + only.code())
                : new Named(only.id(), "");
    }

    private static String unknown(String name) {
        return "no account of ours is mapped to brokerage account " + name
                + ": map it with `alluse account map CODE --reference " + name + "`";
    }

    Map<String, @Nullable Long> known() {
        Map<String, @Nullable Long> ids = new HashMap<>();
        known.forEach((name, named) -> ids.put(name, named.brokerage()));
        return ids;
    }
}
