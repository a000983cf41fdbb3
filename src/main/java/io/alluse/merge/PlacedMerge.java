package io.alluse.merge;

import io.alluse.absorption.Absorptions.Move;
import io.alluse.absorption.Parcel;
import io.alluse.account.AccountId;
import io.alluse.intent.Intents;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Posting;
import io.alluse.lineage.Family;
import io.alluse.lineage.Merge;
import io.alluse.lineage.MergeKind;
import io.alluse.lineage.NewMerge;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import io.alluse.sweep.TurnJob.Due;
import java.util.List;
import java.util.stream.Stream;

/**
 * A merge and its place: all that carrying it out writes.
 *
 * @param no its number among the merges into its target
 * @param before how many of the same transaction go into the target before it
 */
record PlacedMerge(Due due, AccountHead target, int no, int before, List<Parcel> parcels) {

    PlacedMerge {
        parcels = List.copyOf(parcels);
    }

    private MergeIntent intent() {
        return MergeIntent.of(due);
    }

    Family family() {
        return intent().family().family();
    }

    String targetCode() {
        return target.chain().code();
    }

    String code() {
        return Merge.code(targetCode(), no);
    }

    Money received() {
        return MergePostings.received(parcels);
    }

    private PolicyHash policy() {
        return due.view().policy().hash();
    }

    Stream<Posting> postings() {
        return Stream.concat(
                parcels.stream().map(this::left),
                Stream.of(MergePostings.target(target, parcels, intent(), policy(), code())));
    }

    /** Of the account at which the family is decided the event is counted by its date. */
    private Posting left(Parcel parcel) {
        boolean decider = account(parcel).equals(intent().family().decider());
        return MergePostings.member(
                parcel, intent(), policy(), decider ? intent().date().toString() : code());
    }

    Stream<Move> moves() {
        return parcels.stream().map(parcel -> new Move(parcel, target.chain().account(), target.bound()));
    }

    Stream<Intents.CalledBack> calledBack() {
        return parcels.stream()
                .map(parcel -> new Intents.CalledBack(
                        account(parcel),
                        new Intents.End(intent().date().date(), eventNo(parcel), "merged into " + targetCode())));
    }

    NewMerge kept() {
        return new NewMerge(
                target.chain().account(),
                no,
                MergeKind.FAMILY,
                intent().date().date(),
                target.chain().lastNo() + 1 + before,
                family().ref(),
                policy(),
                intent().due().why(),
                received(),
                parcels.stream()
                        .map(parcel -> new NewMerge.Member(
                                account(parcel), eventNo(parcel), true, parcel.base(), parcel.received()))
                        .toList());
    }

    private static AccountId account(Parcel parcel) {
        return parcel.from().chain().account();
    }

    private static int eventNo(Parcel parcel) {
        return parcel.from().chain().lastNo() + 1;
    }
}
