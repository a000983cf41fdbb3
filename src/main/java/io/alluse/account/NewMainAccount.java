package io.alluse.account;

import io.alluse.money.Money;
import io.alluse.policy.Mapping;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A main account about to be opened, with its accounts and the brokerage accounts they ask for or bring. */
public record NewMainAccount(
        AccountId id,
        String code,
        String name,
        String policy,
        Mapping mapping,
        Money capital,
        LocalDate openedOn,
        String planContent,
        List<Member> members,
        List<BrokerageRequest> brokerage) {

    /** One of its accounts. */
    public record Member(AccountId id, String code, Tier tier) {}

    /** A brokerage account to be requested; with a reference it counts as confirmed. */
    public record BrokerageRequest(
            AccountId serves, @Nullable String reference) {

        public Brokerage state() {
            return reference == null ? Brokerage.REQUESTED : Brokerage.CONFIRMED;
        }
    }

    public NewMainAccount {
        members = List.copyOf(members);
        brokerage = List.copyOf(brokerage);
    }
}
