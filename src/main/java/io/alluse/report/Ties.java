package io.alluse.report;

import io.alluse.account.ForkCodes;
import io.alluse.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What ties the accounts of main accounts to each other: forks, merges, and the money that went from one to another. */
public record Ties(List<Fork> forks, List<Merge> merges, List<Edge> edges) {

    public Ties {
        forks = List.copyOf(forks);
        merges = List.copyOf(merges);
        edges = List.copyOf(edges);
    }

    /**
     * A fork of one of the accounts.
     *
     * @param main the main account that it opened, if it did
     * @param family how the family is that it founded, if it did
     */
    public record Fork(
            String parent,
            int no,
            LocalDate date,
            Money amount,
            String state,
            @Nullable LocalDate endedOn,
            @Nullable String main,
            @Nullable String family) {

        public String code() {
            return ForkCodes.fork(parent, no);
        }
    }

    /** One of the accounts has given what it had to another, or a part of it. */
    public record Merge(
            String member,
            String target,
            String code,
            String kind,
            LocalDate date,
            String state,
            boolean whole,
            Money received) {

        boolean isOf(String one, String other) {
            return (member.equals(one) && target.equals(other)) || (member.equals(other) && target.equals(one));
        }
    }

    /** Whether all between these accounts may be the business of a merge. */
    public boolean merged(String one, String other) {
        return merges.stream().anyMatch(merge -> merge.isOf(one, other));
    }

    /** All that has gone from one account to the other. */
    public record Edge(String from, String to, Money amount, long transfers) {}
}
