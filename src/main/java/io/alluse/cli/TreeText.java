package io.alluse.cli;

import io.alluse.account.ForkCodes;
import io.alluse.report.AccountLine;
import io.alluse.report.Ties;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** A main account as a tree on the screen: accounts, their forks, what these opened, and the money on the way. */
final class TreeText {

    private final PrintWriter out;
    private final FamilyTree tree;
    private final int width;

    private TreeText(PrintWriter out, FamilyTree tree, int width) {
        this.out = out;
        this.tree = tree;
        this.width = width;
    }

    static void print(PrintWriter out, FamilyTree tree, int width) {
        new TreeText(out, tree, width).print();
    }

    private void print() {
        AccountLine.MainLine main = tree.main();
        String name = main.code() + "  " + main.name() + "  " + main.policy();
        int oldest = generation(
                tree.accounts().stream().mapToInt(TreeText::generation).min());
        int youngest = generation(
                tree.accounts().stream().mapToInt(TreeText::generation).max());
        line(
                "",
                name,
                youngest == oldest
                        ? List.of()
                        : List.of(tree.accounts().size() + " accounts in " + (youngest - oldest + 1) + " generations"));
        branches(tree.top().stream().map(this::branch).toList(), "");
    }

    private static int generation(AccountLine account) {
        return ForkCodes.generation(account.code());
    }

    private static int generation(OptionalInt found) {
        return found.orElse(1);
    }

    /** A line with what is worth knowing besides, and what hangs below it. */
    private record Branch(String text, List<String> besides, List<Branch> below) {}

    private Branch branch(AccountLine account) {
        List<Branch> below = new ArrayList<>();
        List<AccountLine> placed = new ArrayList<>();
        for (Ties.Fork fork : tree.forks(account)) {
            List<AccountLine> opened = tree.opened(account, fork);
            placed.addAll(opened);
            below.add(new Branch(
                    fork(fork), List.of(), opened.stream().map(this::branch).toList()));
        }
        tree.children(account).stream()
                .filter(child -> !placed.contains(child))
                .forEach(child -> below.add(branch(child)));
        return new Branch(
                account.code() + "  " + account.state() + "  "
                        + account.netWorth().readable(),
                besides(account),
                below);
    }

    private static String fork(Ties.Fork fork) {
        return "fork " + fork.no() + " of " + fork.date() + ", " + fork.state() + ": "
                + fork.amount().readable()
                + (fork.main() == null ? "" : " to main account " + fork.main());
    }

    private List<String> besides(AccountLine account) {
        List<String> besides = new ArrayList<>();
        if (account.parent() != null) {
            tree.edge(account.parent(), account.code())
                    .ifPresent(edge -> besides.add("received " + edge.amount().readable()
                            + (tree.top().contains(account) ? " from " + account.parent() : "")));
            tree.edge(account.code(), account.parent())
                    .ifPresent(edge -> besides.add("gave back " + edge.amount().readable()));
        }
        tree.sideways(account)
                .forEach(edge -> besides.add("gave " + edge.amount().readable() + " to " + edge.to()));
        tree.merges(account).forEach(merge -> besides.add(merge(merge)));
        return besides;
    }

    private static String merge(Ties.Merge merge) {
        return (merge.whole() ? "merged into " : "a part moved into ") + merge.target() + " on " + merge.date()
                + (merge.state().equals("reversed") ? ", reversed: " : ": ")
                + merge.received().readable();
    }

    private void branches(List<Branch> branches, String indent) {
        for (int i = 0; i < branches.size(); i++) {
            Branch branch = branches.get(i);
            boolean last = i == branches.size() - 1;
            String under = indent + (last ? "   " : "│  ");
            line(
                    indent + (last ? "└─ " : "├─ "),
                    branch.text(),
                    branch.besides(),
                    under + (branch.below().isEmpty() ? "   " : "│  "));
            branches(branch.below(), under);
        }
    }

    private void line(String before, String text, List<String> besides) {
        line(before, text, besides, before);
    }

    /** What does not fit stands below, a line each. */
    private void line(String before, String text, List<String> besides, String under) {
        String one = before + text + (besides.isEmpty() ? "" : "  " + String.join(", ", besides));
        if (one.length() <= width || besides.isEmpty()) {
            out.println(cut(one));
            return;
        }
        out.println(cut(before + text));
        besides.forEach(beside -> out.println(cut(under + beside)));
    }

    private String cut(String line) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }
}
