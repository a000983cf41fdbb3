package io.alluse.absorption;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.holding.Lot;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeState;
import io.alluse.lineage.Merges;
import io.alluse.lot.LotHistory;
import io.alluse.lot.Lots;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes back a merge or a consolidation until the next close: compensating events, all goes where it came from (docs/rules.md 7.3). */
public final class MergeReversal {

    private static final int LONGEST_REASON = 500;

    private final Session session;
    private final Ledger ledger;
    private final Merges merges;
    private final Lots lots;
    private final Absorptions absorptions;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final ReturnStore store;
    private final Audit audit;

    public MergeReversal(Session session, PolicyBook book, Audit audit) {
        this.session = session;
        this.ledger = new Ledger(session);
        this.merges = new Merges(session);
        this.lots = new Lots(session);
        this.absorptions = new Absorptions(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.store = new ReturnStore(session);
        this.audit = audit;
    }

    /** The merge as it is afterwards. */
    public Merge reverse(String code, String reason, BusinessDay date) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) {
            throw Fault.usage("--reason: one to " + LONGEST_REASON + " characters that say why, found "
                    + (why.isEmpty() ? "none" : why.length()));
        }
        return session.transaction(() -> {
            ledger.lock(found(code).target().partition());
            Merge merge = found(code);
            mustBeOpen(merge, date);
            post(
                    merge,
                    new ReturnPostings(
                            merge, new ReturnPostings.Word(audit.caller().osUser(), why, date)));
            return found(code);
        });
    }

    private Merge found(String code) {
        return merges.merge(code).orElseThrow(() -> Fault.notFound("no merge " + code + "; see `alluse merge list`"));
    }

    private static void mustBeOpen(Merge merge, BusinessDay date) {
        if (merge.state() != MergeState.MERGED) {
            throw Fault.conflict("merge " + merge.code() + " is " + merge.state() + " since " + merge.endedOn()
                    + "; only until the next close can it be taken back; nothing was changed");
        }
        if (date.date().isBefore(merge.date())) {
            throw Fault.usage("--date " + date + " is before merge " + merge.code() + " of " + merge.date());
        }
    }

    private void post(Merge merge, ReturnPostings postings) {
        LocalDate date = postings.word().date().date();
        Map<AccountId, AccountHead> heads = heads(merge);
        AccountHead target = Objects.requireNonNull(heads.get(merge.target()));
        Map<AccountId, Given> given = given(merge);
        LotHistory held = lots.history(merge.target());
        mustBeThere(merge, heads, given, held);
        List<Parcel> back = parcels(merge, target, given, held, date);
        Map<AccountId, Policy> inForce = inForce(heads, date);
        ledger.append(target.chain().account().partition(), events(merge, postings, heads, given, back, inForce), null);
        absorptions.keep(merge.target().partition(), moves(merge, heads, back));
        store.withdraw(merge.target(), merge.eventNo());
        merge.members().forEach(member -> store.withdraw(member.account(), member.eventNo()));
        merges.reversed(merge, date);
        audit.entry(audit.begin(postings.word().reason(), null), merge.targetCode(), "merge reversed", merge.code());
    }

    private Map<AccountId, AccountHead> heads(Merge merge) {
        List<AccountId> ids = Stream.concat(
                        Stream.of(merge.target()), merge.members().stream().map(Merge.Member::account))
                .toList();
        return ledger.heads(ids).stream()
                .collect(Collectors.toMap(head -> head.chain().account(), Function.identity()));
    }

    private Map<AccountId, Given> given(Merge merge) {
        return merge.members().stream()
                .collect(Collectors.toMap(
                        Merge.Member::account,
                        member -> Given.of(store.movements(member.account(), member.eventNo()))));
    }

    private static void mustBeThere(
            Merge merge, Map<AccountId, AccountHead> heads, Map<AccountId, Given> given, LotHistory held) {
        for (Merge.Member member : merge.members()) {
            AccountState state =
                    Objects.requireNonNull(heads.get(member.account())).state();
            if (member.whole() ? state != AccountState.MERGING : state == AccountState.CLOSED) {
                throw refused(merge, member.code() + " is " + state);
            }
        }
        AccountHead target = Objects.requireNonNull(heads.get(merge.target()));
        List<Lot> received = merge.members().stream()
                .flatMap(member -> received(held, member))
                .toList();
        Optional<String> obstacle = ReturnRule.obstacle(target, given.values(), received);
        if (obstacle.isPresent()) {
            throw refused(merge, target.chain().code() + " " + obstacle.get());
        }
    }

    private static Fault refused(Merge merge, String why) {
        return Fault.of(
                Exit.NOT_ALLOWED, "merge " + merge.code() + " cannot be taken back: " + why + "; nothing was changed");
    }

    /** Lots that came from this account in this merge. */
    private static Stream<Lot> received(LotHistory held, Merge.Member member) {
        String line = member.code() + "/" + member.eventNo() + "/";
        return held.lots().stream().filter(lot -> lot.line().startsWith(line));
    }

    /** Transfers of all of them are numbered through. */
    private static List<Parcel> parcels(
            Merge merge, AccountHead target, Map<AccountId, Given> given, LotHistory held, LocalDate date) {
        List<Piece> pieces = Absorptions.pieces(held, date);
        List<Parcel> back = new ArrayList<>();
        int first = 1;
        for (Merge.Member member : merge.members()) {
            List<Integer> lots = received(held, member).map(Lot::no).toList();
            Map<LedgerAccount, Money> content =
                    Objects.requireNonNull(given.get(member.account())).content();
            back.add(new Parcel(
                    target,
                    date,
                    new EnumMap<>(LedgerAccount.class),
                    content,
                    pieces.stream()
                            .filter(piece -> lots.contains(piece.lot().no()))
                            .toList(),
                    Money.ZERO,
                    first));
            first += content.size();
        }
        return back;
    }

    private Map<AccountId, Policy> inForce(Map<AccountId, AccountHead> heads, LocalDate date) {
        Map<AccountId, Policy> inForce = policies.of(heads.keySet(), date);
        inForce.values().stream().distinct().forEach(policy -> record.remember(policies.base(policy.name()), policy));
        return inForce;
    }

    private List<Posting> events(
            Merge merge,
            ReturnPostings postings,
            Map<AccountId, AccountHead> heads,
            Map<AccountId, Given> given,
            List<Parcel> back,
            Map<AccountId, Policy> inForce) {
        LocalDate date = postings.word().date().date();
        AccountHead target = Objects.requireNonNull(heads.get(merge.target()));
        Money base = store.baseChange(merge.target(), merge.eventNo())
                .negated()
                .max(target.base().negated());
        List<Posting> events = new ArrayList<>();
        events.add(postings.target(
                target,
                back,
                base,
                store.back(merge.target(), merge.eventNo(), date),
                Objects.requireNonNull(inForce.get(merge.target())).hash()));
        for (int i = 0; i < back.size(); i++) {
            Merge.Member member = merge.members().get(i);
            events.add(postings.member(
                    Objects.requireNonNull(heads.get(member.account())),
                    back.get(i),
                    Objects.requireNonNull(given.get(member.account())).raised(),
                    member.base(),
                    store.back(member.account(), member.eventNo(), date),
                    Objects.requireNonNull(inForce.get(member.account())).hash()));
        }
        return events;
    }

    private static List<Absorptions.Move> moves(Merge merge, Map<AccountId, AccountHead> heads, List<Parcel> back) {
        List<Absorptions.Move> moves = new ArrayList<>();
        for (int i = 0; i < back.size(); i++) {
            AccountId member = merge.members().get(i).account();
            moves.add(new Absorptions.Move(
                    back.get(i),
                    member,
                    Objects.requireNonNull(heads.get(member)).bound()));
        }
        return moves;
    }
}
