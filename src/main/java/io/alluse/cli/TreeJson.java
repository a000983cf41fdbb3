package io.alluse.cli;

import io.alluse.account.ForkCodes;
import io.alluse.report.AccountLine;
import io.alluse.report.Ties;
import io.alluse.text.Json;
import java.util.List;

/** A main account as a tree for programs. */
final class TreeJson {

    private final FamilyTree tree;

    private TreeJson(FamilyTree tree) {
        this.tree = tree;
    }

    static Json of(FamilyTree tree) {
        return new TreeJson(tree).json();
    }

    private Json json() {
        AccountLine.MainLine main = tree.main();
        return Json.object()
                .put("code", main.code())
                .put("name", main.name())
                .put("policy", main.policy())
                .put("accounts", accounts(tree.top()))
                .put("edges", tree.edges().stream().map(TreeJson::edge).toList());
    }

    private List<Json> accounts(List<AccountLine> accounts) {
        return accounts.stream()
                .map(account -> AccountText.json(account)
                        .put("generation", ForkCodes.generation(account.code()))
                        .put(
                                "forked",
                                tree.forks(account).stream().map(TreeJson::fork).toList())
                        .put(
                                "merged",
                                tree.merges(account).stream()
                                        .map(TreeJson::merge)
                                        .toList())
                        .put("forks", accounts(tree.children(account))))
                .toList();
    }

    private static Json fork(Ties.Fork fork) {
        return Json.object()
                .put("fork", fork.code())
                .put("date", fork.date())
                .put("amount", fork.amount())
                .put("state", fork.state())
                .put("endedOn", fork.endedOn())
                .put("main", fork.main())
                .put("family", fork.family());
    }

    private static Json merge(Ties.Merge merge) {
        return Json.object()
                .put("merge", merge.code())
                .put("into", merge.target())
                .put("kind", merge.kind())
                .put("date", merge.date())
                .put("state", merge.state())
                .put("whole", merge.whole())
                .put("received", merge.received());
    }

    private static Json edge(Ties.Edge edge) {
        return Json.object()
                .put("from", edge.from())
                .put("to", edge.to())
                .put("amount", edge.amount())
                .put("transfers", edge.transfers());
    }
}
