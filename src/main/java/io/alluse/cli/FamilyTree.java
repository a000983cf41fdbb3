package io.alluse.cli;

import io.alluse.report.AccountLine;
import io.alluse.report.Ties;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of one main account, each below the fork that opened it. */
final class FamilyTree {

    private final List<AccountLine> accounts;
    private final Map<String, List<Ties.Fork>> forks;
    private final Map<String, List<Ties.Merge>> merges;
    private final List<Ties.Edge> edges;
    private final Ties ties;
    private final Map<String, List<AccountLine>> children = new HashMap<>();
    private final List<AccountLine> top = new ArrayList<>();

    FamilyTree(List<AccountLine> accounts, Ties ties) {
        this.accounts = accounts;
        this.ties = ties;
        Set<String> here = accounts.stream().map(AccountLine::code).collect(Collectors.toSet());
        this.forks = ties.forks().stream()
                .filter(fork -> here.contains(fork.parent()))
                .collect(Collectors.groupingBy(Ties.Fork::parent));
        this.merges = ties.merges().stream()
                .filter(merge -> here.contains(merge.member()))
                .collect(Collectors.groupingBy(Ties.Merge::member));
        this.edges = ties.edges().stream()
                .filter(edge -> here.contains(edge.from()) || here.contains(edge.to()))
                .toList();
        for (AccountLine account : accounts) {
            String parent = account.parent();
            // an account forked from one of another main account is at the top of its own
            if (parent != null && here.contains(parent)) {
                children.computeIfAbsent(parent, code -> new ArrayList<>()).add(account);
            } else {
                top.add(account);
            }
        }
    }

    /** The trees of these accounts, in the order of the main accounts. */
    static List<FamilyTree> of(List<AccountLine> accounts, Ties ties) {
        Map<String, List<AccountLine>> mains = new LinkedHashMap<>();
        accounts.forEach(account -> mains.computeIfAbsent(account.main().code(), main -> new ArrayList<>())
                .add(account));
        return mains.values().stream().map(main -> new FamilyTree(main, ties)).toList();
    }

    AccountLine.MainLine main() {
        return accounts.getFirst().main();
    }

    List<AccountLine> accounts() {
        return accounts;
    }

    List<AccountLine> top() {
        return top;
    }

    List<AccountLine> children(AccountLine parent) {
        return children.getOrDefault(parent.code(), List.of());
    }

    /** What this fork has opened here. */
    List<AccountLine> opened(AccountLine parent, Ties.Fork fork) {
        return children(parent).stream()
                .filter(child -> child.code().startsWith(fork.code() + "-"))
                .toList();
    }

    List<Ties.Fork> forks(AccountLine parent) {
        return forks.getOrDefault(parent.code(), List.of());
    }

    List<Ties.Merge> merges(AccountLine member) {
        return merges.getOrDefault(member.code(), List.of());
    }

    /** What went from one account to another, where one of them is in this tree. */
    List<Ties.Edge> edges() {
        return edges;
    }

    Optional<Ties.Edge> edge(String from, String to) {
        return edges.stream()
                .filter(edge -> edge.from().equals(from) && edge.to().equals(to))
                .findFirst();
    }

    /** What an account gave to others but by forks and merges. */
    List<Ties.Edge> sideways(AccountLine account) {
        return edges.stream()
                .filter(edge -> edge.from().equals(account.code()))
                .filter(edge -> !edge.to().equals(account.parent()))
                .filter(edge ->
                        forks(account).stream().noneMatch(fork -> edge.to().startsWith(fork.code() + "-")))
                .filter(edge -> !ties.merged(edge.from(), edge.to()))
                .toList();
    }
}
