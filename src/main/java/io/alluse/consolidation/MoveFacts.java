package io.alluse.consolidation;

import io.alluse.absorption.Absorptions;
import io.alluse.absorption.Opposition;
import io.alluse.absorption.Piece;
import io.alluse.account.AccountId;
import io.alluse.account.AccountRef;
import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.calendar.BusinessDay;
import io.alluse.instrument.Instrument;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Ledger;
import io.alluse.lot.Held;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.statement.Breaks;
import io.alluse.sweep.AccountView;
import io.alluse.tax.Untaxed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the two accounts of a consolidation as they are when it is to be executed; the posting lock is held. */
final class MoveFacts {

    private final Accounts accounts;
    private final Ledger ledger;
    private final PoliciesInForce policies;
    private final PolicyRecord record;
    private final Absorptions absorptions;
    private final Breaks breaks;
    private final Untaxed untaxed;

    MoveFacts(Session session, PolicyBook book) {
        this.accounts = new Accounts(session);
        this.ledger = new Ledger(session);
        this.policies = new PoliciesInForce(session, book);
        this.record = new PolicyRecord(session);
        this.absorptions = new Absorptions(session);
        this.breaks = new Breaks(session);
        this.untaxed = new Untaxed(session, book);
    }

    /**
     * Who gives and who takes.
     *
     * @param to none where an account is to be opened
     * @param pieces what the one who gives holds
     */
    record Pair(Mover from, @Nullable Mover to, List<Piece> pieces, MoveRule.Found found) {

        Set<Instrument> moving(Recommendation one) {
            return one.positions().stream().map(Instrument::parse).collect(Collectors.toSet());
        }
    }

    Pair pair(Recommendation one, BusinessDay date) {
        Mover from = mover(one.account(), date);
        Mover to = one.target() == null ? null : mover(one.target(), date);
        List<AccountId> ids = to == null ? List.of(id(from)) : List.of(id(from), id(to));
        Map<AccountId, List<Piece>> pieces = absorptions.pieces(ids, date.date());
        List<Piece> given = pieces.getOrDefault(id(from), List.of());
        List<Piece> there = to == null ? List.of() : pieces.getOrDefault(id(to), List.of());
        return new Pair(from, to, given, found(one, from, to, given, there, date));
    }

    private Mover mover(String code, BusinessDay date) {
        AccountRef account = accounts.account(code);
        AccountHead head = ledger.heads(List.of(account.id())).getFirst();
        Policy policy = policies.of(account.id(), date.date());
        record.remember(policies.base(account.policy()), policy);
        return new Mover(account, head, policy);
    }

    private MoveRule.Found found(
            Recommendation one,
            Mover from,
            @Nullable Mover to,
            List<Piece> given,
            List<Piece> there,
            BusinessDay date) {
        List<Mover> both = to == null ? List.of(from) : List.of(from, to);
        Set<AccountId> differ = breaks.blocked(both.stream().map(MoveFacts::id).toList());
        AccountView view = new AccountView(from.head(), from.account().tier(), from.policy());
        List<Piece> moving = one.strategy() == Strategy.PARTIAL
                ? given.stream().filter(piece -> isNamed(one, piece)).toList()
                : given;
        return new MoveRule.Found(
                both.stream()
                        .filter(mover -> differ.contains(id(mover)))
                        .map(mover -> mover.account().code())
                        .findFirst()
                        .orElse(null),
                !untaxed.of(List.of(view), date).isEmpty(),
                Opposition.between(List.of(held(moving), held(there))).orElse(null),
                missing(one, given));
    }

    private static boolean isNamed(Recommendation one, Piece piece) {
        return one.positions().contains(piece.lot().instrument().canonical());
    }

    private static @Nullable String missing(Recommendation one, List<Piece> given) {
        return one.positions().stream()
                .filter(position -> given.stream()
                        .noneMatch(piece -> piece.lot().instrument().canonical().equals(position)))
                .findFirst()
                .orElse(null);
    }

    private static List<Held> held(List<Piece> pieces) {
        List<Held> held = new ArrayList<>();
        pieces.forEach(piece -> held.add(new Held(piece.lot().instrument(), piece.quantity(), piece.cost())));
        return held;
    }

    private static AccountId id(Mover mover) {
        return Objects.requireNonNull(mover).account().id();
    }
}
