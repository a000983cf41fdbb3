package io.alluse.cli;

import io.alluse.database.Database;
import io.alluse.fault.Exit;
import io.alluse.ledger.LedgerAccount;
import io.alluse.money.Money;
import io.alluse.report.AccountDetail;
import io.alluse.report.AccountLine;
import io.alluse.report.AccountQuery;
import io.alluse.report.AccountReports;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** All about one account, or about the accounts of one main account. */
@Command(
        name = "show",
        description = {
            "Shows an account or a main account: balances, state, brokerage, policy, what is announced, the last event.",
            "",
            "Examples:",
            "  alluse account show A-000042",
            "  alluse account show A-000042-GEN --json",
            ""
        })
final class AccountShowCommand extends Verb {

    @Parameters(paramLabel = "CODE", converter = Code.class, description = "an account or a main account")
    @SuppressWarnings("NullAway.Init")
    private String code;

    @Override
    public Integer call() {
        try (Database database = database()) {
            AccountReports reports = new AccountReports(Session.of(database.program()));
            if (reports.isMain(code)) {
                showMain(reports);
            } else {
                showAccount(reports.account(code));
            }
        }
        out().flush();
        return Exit.OK.code();
    }

    private void showAccount(AccountDetail detail) {
        if (options().json()) {
            out().println(json(detail));
        } else if (options().quiet()) {
            out().println(detail.line().netWorth());
        } else {
            print(detail);
        }
    }

    private void showMain(AccountReports reports) {
        List<AccountLine> lines = new ArrayList<>();
        reports.list(AccountQuery.ofMain(code), lines::add);
        Money netWorth = sum(lines.stream().map(AccountLine::netWorth).toList());
        Money base = sum(lines.stream().map(AccountLine::base).toList());
        if (options().json()) {
            out().println(json(lines, netWorth, base));
        } else if (options().quiet()) {
            out().println(netWorth);
        } else {
            AccountLine.MainLine main = lines.getFirst().main();
            out().println("%s  %s  policy %s, %s".formatted(main.code(), main.name(), main.policy(), main.mapping()));
            out().println("base %s, net worth %s, surplus %s"
                    .formatted(
                            base.readable(),
                            netWorth.readable(),
                            netWorth.minus(base).readable()));
            out().println();
            out().print(Terminal.fit(AccountTable.of(lines, Terminal.width())));
        }
    }

    private static Money sum(List<Money> amounts) {
        return amounts.stream().reduce(Money.ZERO, Money::plus);
    }

    private static Json json(List<AccountLine> lines, Money netWorth, Money base) {
        AccountLine.MainLine main = lines.getFirst().main();
        return Json.object()
                .put("code", main.code())
                .put("name", main.name())
                .put("policy", main.policy())
                .put("mapping", main.mapping())
                .put("base", base)
                .put("netWorth", netWorth)
                .put("surplus", netWorth.minus(base))
                .put("accounts", lines.stream().map(AccountText::json).toList());
    }

    private void print(AccountDetail detail) {
        AccountLine line = detail.line();
        TextTable facts = TextTable.of(line.code(), line.main().name());
        facts.row("tier", line.tier());
        facts.row("state", line.state());
        facts.row("main account", line.main().code());
        if (line.parent() != null) {
            facts.row("forked from", line.parent());
        }
        facts.row("policy", line.main().policy());
        detail.overrides()
                .forEach(set -> facts.row(
                        "  " + set.key(), set.value() + " from " + set.effectiveOn() + " (" + set.source() + ")"));
        facts.row("opened on", line.openedOn());
        facts.row("brokerage", brokerage(line));
        detail.announcements().forEach(open -> facts.row("announced", announced(open)));
        facts.row(
                "last event",
                detail.lastEvent().no() + " of " + detail.lastEvent().businessDate() + ", "
                        + detail.lastEvent().rule() + " " + detail.lastEvent().ref());
        out().print(facts);
        out().println();
        out().print(balances(line));
    }

    private static String brokerage(AccountLine line) {
        String state = line.brokerageState() == null ? "none" : line.brokerageState();
        String reference = line.brokerageReference() == null ? "" : " " + line.brokerageReference();
        return state + reference + ", " + line.main().mapping();
    }

    private static String announced(AccountDetail.Open open) {
        String what = open.amount() == null
                ? open.quantity() + " " + open.instrument()
                : open.amount().readable();
        return what + " " + open.direction() + ", open since " + open.dated();
    }

    private static TextTable balances(AccountLine line) {
        TextTable table = TextTable.of("BALANCE", ">AMOUNT");
        for (LedgerAccount account : LedgerAccount.values()) {
            if (!line.balance(account).isZero()) {
                table.row(account, line.balance(account).readable());
            }
        }
        return table.row("base", line.base().readable())
                .row("net worth", line.netWorth().readable())
                .row("surplus", line.surplus().readable());
    }

    private static Json json(AccountDetail detail) {
        return AccountText.json(detail.line())
                .put(
                        "overrides",
                        detail.overrides().stream()
                                .map(set -> Json.object()
                                        .put("effectiveOn", set.effectiveOn())
                                        .put("key", set.key())
                                        .put("value", set.value())
                                        .put("source", set.source()))
                                .toList())
                .put(
                        "announcements",
                        detail.announcements().stream()
                                .map(open -> Json.object()
                                        .put("direction", open.direction())
                                        .put("amount", open.amount())
                                        .put("instrument", open.instrument())
                                        .put(
                                                "quantity",
                                                open.quantity() == null
                                                        ? null
                                                        : open.quantity().toPlainString())
                                        .put("dated", open.dated()))
                                .toList())
                .put("lastEvent", AccountText.json(detail.lastEvent()));
    }
}
