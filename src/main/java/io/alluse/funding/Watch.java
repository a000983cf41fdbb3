package io.alluse.funding;

import io.alluse.account.AccountId;
import io.alluse.alert.AlertKind;
import io.alluse.alert.Alerts;
import io.alluse.alert.Raised;
import io.alluse.calendar.BusinessDay;
import io.alluse.cover.Cover;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.LedgerAccount;
import io.alluse.lot.Held;
import io.alluse.lot.Lots;
import io.alluse.split.Drift;
import io.alluse.split.TransferProposals;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import io.alluse.sweep.AccountView;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a run tells people of the accounts it passes, whatever it posts to them: each thing once, until it is gone. */
final class Watch {

    private static final Set<AlertKind> OF_ACCOUNTS = Set.of(
            AlertKind.MARGIN_DEBIT, AlertKind.SUSPENSE, AlertKind.ANNOUNCEMENT_OVERDUE, AlertKind.OPTION_EXPIRED);

    private final Alerts alerts;
    private final Breaks breaks;
    private final Families families;
    private final LateStore late;
    private final Lots lots;
    private final TransferStore transfers;

    Watch(Session session) {
        this.alerts = new Alerts(session);
        this.breaks = new Breaks(session);
        this.families = new Families(session);
        this.late = new LateStore(session);
        this.lots = new Lots(session);
        this.transfers = new TransferStore(session);
    }

    void look(List<AccountView> page, BusinessDay date, long runId) {
        List<AccountId> accounts =
                page.stream().map(view -> view.head().chain().account()).toList();
        alerts.settle(OF_ACCOUNTS, accounts, ofAccounts(page, accounts, date), date, runId);
        lookAtFamilies(families.of(page), date, runId);
    }

    private List<Raised> ofAccounts(List<AccountView> page, List<AccountId> accounts, BusinessDay date) {
        List<Raised> raised = new ArrayList<>();
        Map<AccountId, AccountView> byId = HashMap.newHashMap(page.size());
        for (AccountView view : page) {
            AccountHead head = view.head();
            byId.put(head.chain().account(), view);
            Cover cover = Told.coverOf(head);
            if (cover.debit().isPositive()) {
                raised.add(Told.marginDebit(head, cover));
            }
            if (Told.isInSuspense(head)) {
                raised.add(Told.suspense(head));
            }
        }
        for (Late one : late.open(accounts, date.date())) {
            AccountView view = Objects.requireNonNull(byId.get(one.account()));
            Told.overdue(one, view, date).ifPresent(raised::add);
        }
        raised.addAll(expired(page, date));
        return raised;
    }

    /** Lots are read of those accounts only that have written options. */
    private List<Raised> expired(List<AccountView> page, BusinessDay date) {
        List<AccountId> writers = page.stream()
                .map(AccountView::head)
                .filter(head -> !head.balances().of(LedgerAccount.SHORT_OPTIONS).isZero())
                .map(head -> head.chain().account())
                .toList();
        Map<AccountId, List<Held>> held = lots.held(writers);
        List<Raised> raised = new ArrayList<>();
        page.forEach(view -> held.getOrDefault(view.head().chain().account(), List.of())
                .forEach(one -> Told.expired(view.head(), one, date).ifPresent(raised::add)));
        return raised;
    }

    /** Proposals stand as long as the drift does. */
    private void lookAtFamilies(List<Family> all, BusinessDay date, long runId) {
        Map<Family, List<Drift.Part>> drifting = new LinkedHashMap<>();
        for (Family family : all) {
            List<Drift.Part> drift = family.drift();
            if (!drift.isEmpty()) {
                drifting.put(family, drift);
            }
        }
        Set<AccountId> blocked = drifting.isEmpty() ? Set.of() : breaks.blocked(accounts(drifting.keySet()));
        List<Raised> raised = new ArrayList<>();
        List<Proposal> proposed = new ArrayList<>();
        drifting.forEach((family, drift) -> {
            TransferProposals proposals = family.proposals(blocked);
            raised.add(Told.drift(family, drift, proposals));
            proposed.addAll(Proposal.of(family, proposals));
        });
        List<AccountId> mains = all.stream().map(Family::main).toList();
        alerts.settle(Set.of(AlertKind.DRIFT), mains, raised, date, runId);
        transfers.propose(mains, proposed, date.date(), runId);
    }

    private static List<AccountId> accounts(Set<Family> families) {
        return families.stream()
                .flatMap(family -> family.members().stream())
                .map(Family.Member::id)
                .toList();
    }
}
