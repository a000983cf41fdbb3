package io.alluse.capitalization;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.account.NewMainAccount;
import io.alluse.account.NewMainAccount.BrokerageRequest;
import io.alluse.account.NewMainAccount.Member;
import io.alluse.account.PolicyOverrides.Sourced;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.policy.Policy;
import io.alluse.policy.Tier;
import io.alluse.text.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** From a row of a plan to a main account with its three accounts and their first events (docs/rules.md 3.2 to 3.5). */
final class OpeningPostings {

    static final String RULE = "initial-capitalization";
    static final String REF = "opening";

    private OpeningPostings() {}

    static Opening of(StagedRow staged, PlanPolicies policies, BusinessDay date) {
        PlanRow.PolicyChoice choice = staged.row().choice();
        return of(staged, policies.taken(staged.row()), policies.overrides(choice), date);
    }

    static Opening of(StagedRow staged, Policy policy, List<Sourced> overrides, BusinessDay date) {
        PlanRow row = staged.row();
        AccountId id = AccountId.ofMain(staged.number());
        String code = mainCode(staged.number());
        List<Member> members = Arrays.stream(Tier.values())
                .map(tier -> new Member(id.member(tier.ordinal() + 1), code + "-" + tier, tier))
                .toList();
        NewMainAccount main = new NewMainAccount(
                id,
                code,
                row.name(),
                policy.name(),
                policy.mapping(),
                row.capital(),
                row.openedOn(),
                row.content(),
                members,
                brokerage(id, members, row, policy.mapping()));
        return new Opening(staged.seq(), main, postings(row, policy, members, date), overrides);
    }

    /** {@code A-000042}. */
    static String mainCode(long number) {
        String digits = Long.toString(number);
        return "A-" + "0".repeat(Math.max(0, 6 - digits.length())) + digits;
    }

    private static List<BrokerageRequest> brokerage(
            AccountId main, List<Member> members, PlanRow row, Mapping mapping) {
        return switch (mapping) {
            case PER_MAIN -> List.of(new BrokerageRequest(main, row.references().forMain()));
            case PER_ACCOUNT ->
                members.stream()
                        .map(member -> new BrokerageRequest(
                                member.id(), row.references().forTier(member.tier(), mapping)))
                        .toList();
        };
    }

    private static List<Posting> postings(PlanRow row, Policy policy, List<Member> members, BusinessDay date) {
        List<Money> parts = policy.split().of(row.capital());
        List<Posting> postings = new ArrayList<>(members.size());
        for (Member member : members) {
            postings.add(posting(row, policy, member, parts.get(member.tier().ordinal()), date));
        }
        return postings;
    }

    private static Posting posting(PlanRow row, Policy policy, Member member, Money part, BusinessDay date) {
        boolean confirmed = row.references().forTier(member.tier(), policy.mapping()) != null;
        Money buffer = part.percent(policy.buffer());
        return new Posting(
                ChainHead.start(member.id(), member.code()),
                RULE,
                REF,
                date,
                row.openedOn(),
                EventKind.OPENED,
                policy.hash(),
                part,
                movements(part, buffer, row),
                part.isZero() ? List.of() : List.of(announced(part, row)),
                confirmed ? AccountState.ACTIVE : AccountState.SAFE,
                detail(row, policy, member.tier(), buffer));
    }

    private static List<Movement> movements(Money part, Money buffer, PlanRow row) {
        List<Movement> movements = new ArrayList<>(2);
        if (part.isPositive()) {
            movements.add(Movement.of(LedgerAccount.CAPITAL, LedgerAccount.CASH, part, row.openedOn()));
        }
        if (buffer.isPositive()) {
            movements.add(Movement.of(LedgerAccount.CASH, LedgerAccount.BUFFER, buffer, row.openedOn()));
        }
        return movements;
    }

    private static Announcement announced(Money part, PlanRow row) {
        return new Announcement.Cash(Announcement.Direction.IN, part, row.openedOn());
    }

    /** The arithmetic: the main account's capital, this account's share of it, and the buffer. */
    private static Json detail(PlanRow row, Policy policy, Tier tier, Money buffer) {
        return Json.canonical()
                .put("buffer", buffer.canonical())
                .put("bufferRate", policy.buffer().toString())
                .put("mainCapital", row.capital().canonical())
                .put("share", policy.split().share(tier).toString());
    }
}
