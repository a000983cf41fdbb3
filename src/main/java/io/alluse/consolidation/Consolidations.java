package io.alluse.consolidation;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.Piece;
import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.Person;
import io.alluse.calendar.BusinessDays;
import io.alluse.consolidation.Finding.None;
import io.alluse.consolidation.Finding.Obstacle;
import io.alluse.consolidation.Finding.Recommend;
import io.alluse.consolidation.Recommendation.State;
import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.sweep.AccountView;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Recommendations, requests for them, and what people make of them (docs/rules.md 7.5). */
public final class Consolidations {

    private final Session session;
    private final Ledger ledger;
    private final Accounts accounts;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Absorptions absorptions;
    private final AssessmentFactsReader facts;
    private final ConsolidationStore store;
    private final RecommendationStore recommendations;

    public Consolidations(Session session, PolicyBook book) {
        this.session = session;
        this.ledger = new Ledger(session);
        this.accounts = new Accounts(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.absorptions = new Absorptions(session);
        this.facts = new AssessmentFactsReader(session);
        this.store = new ConsolidationStore(session);
        this.recommendations = new RecommendationStore(session);
    }

    /** The latest first, at most so many; those that have not ended alone, unless all are asked for. */
    public List<Recommendation> list(boolean all, @Nullable AccountId account, int most) {
        return recommendations.list(all, account, most);
    }

    public Recommendation found(long id) {
        return recommendations
                .find(id)
                .orElseThrow(
                        () -> Fault.notFound("no recommendation " + id + "; see `alluse consolidation list --all`"));
    }

    /** Assessed at once, whatever triggers; another person has to approve it. */
    public Recommendation request(String code, Wish wish, Act act, Audit audit) {
        return session.transaction(() -> {
            AccountRef account = accounts.account(code);
            AccountHead head = ledger.locked(account.id()).orElseThrow();
            Policy policy = policies.of(account.id(), act.date().date());
            AccountView view = new AccountView(head, account.tier(), policy);
            AssessmentFacts known = facts.of(view, act.date().date());
            mustNotStand(code, known.standing(), act.date().date());
            Assessment assessment = assessed(code, view, known, wish, act.date().date());
            record.remember(policies.base(account.policy()), policy);
            Asked asked = Asked.of(view, known, assessment, act.date().date(), act.reason());
            long id = store.ask(
                    account.id(),
                    asked,
                    audit.caller().osUser(),
                    audit.caller().clock().instant());
            audit.entry(audit.begin(act.reason(), null), code, "consolidation requested", "recommendation " + id);
            return found(id);
        });
    }

    private static void mustNotStand(String code, @Nullable Standing standing, LocalDate date) {
        if (standing != null && standing.state() != State.REJECTED && standing.isGoodOn(date)) {
            throw Fault.conflict("recommendation " + standing.id() + " about " + code + " is " + standing.state()
                    + " until " + standing.expiresOn() + "; nothing was changed");
        }
    }

    private Assessment assessed(String code, AccountView view, AssessmentFacts known, Wish wish, LocalDate date) {
        return switch (RequestRule.decide(view, known, wish, held(view, wish, date), date)) {
            case None(String reason) -> throw refused(code, reason);
            case Obstacle(String reason) -> throw refused(code, reason);
            case Recommend(Assessment assessment) -> assessment;
        };
    }

    private static Fault refused(String code, String reason) {
        return Fault.of(
                Exit.NOT_ALLOWED,
                "no consolidation of " + code + " is recommended: " + reason + "; nothing was changed");
    }

    private Map<String, Money> held(AccountView view, Wish wish, LocalDate date) {
        AccountId account = view.head().chain().account();
        Map<String, Money> held = new TreeMap<>();
        if (!wish.positions().isEmpty()) {
            for (Piece piece : absorptions.pieces(List.of(account), date).getOrDefault(account, List.of())) {
                held.merge(piece.lot().instrument().canonical(), piece.cost(), Money::plus);
            }
        }
        return held;
    }

    /** It may be executed from now on. */
    public Recommendation approve(long id, Act act, Audit audit) {
        return session.transaction(() -> {
            Recommendation open = open(id, act.date().date());
            return decide(open, State.APPROVED, open.expiresOn(), act, audit);
        });
    }

    /** No assessment asks again before as many days have been closed as one needs. */
    public Recommendation reject(long id, Act act, Audit audit) {
        return session.transaction(() -> {
            Recommendation open = open(id, act.date().date());
            int days = record.byHash(open.policy()).consolidation().closesNeeded();
            return decide(open, State.REJECTED, BusinessDays.after(act.date().date(), days), act, audit);
        });
    }

    private Recommendation open(long id, LocalDate date) {
        store.lock(id);
        Recommendation open = found(id);
        if (open.state() != State.OPEN) {
            throw Fault.conflict("recommendation " + id + " is " + open.state()
                    + (open.word() == null ? "" : " by " + open.word().by()) + "; nothing was changed");
        }
        mustBeGood(open, date);
        return open;
    }

    static void mustBeGood(Recommendation one, LocalDate date) {
        if (date.isAfter(one.expiresOn())) {
            throw Fault.conflict("recommendation " + one.id() + " expired on " + one.expiresOn()
                    + "; the next consolidation-assessment looks at " + one.account() + " anew");
        }
        if (date.isBefore(one.assessedOn())) {
            throw Fault.usage("--date " + date + " is before recommendation " + one.id() + " of " + one.assessedOn());
        }
    }

    private Recommendation decide(Recommendation open, State to, LocalDate until, Act act, Audit audit) {
        Person person = audit.person();
        person.mustNotHaveAsked("recommendation " + open.id(), open.askedBy());
        store.decide(
                open.id(), to, until, person.osUser(), audit.caller().clock().instant(), act.reason());
        audit.entry(
                audit.begin(act.reason(), null),
                open.account(),
                "consolidation " + to.name().toLowerCase(Locale.ROOT),
                "recommendation " + open.id());
        return found(open.id());
    }
}
