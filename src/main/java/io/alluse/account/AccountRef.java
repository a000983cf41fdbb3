package io.alluse.account;

import io.alluse.policy.Mapping;
import io.alluse.policy.Tier;
import java.time.LocalDate;

/** An account as everyone names it, and the main account it belongs to. */
public record AccountRef(
        AccountId id,
        String code,
        Tier tier,
        LocalDate openedOn,
        String mainCode,
        String mainName,
        String policy,
        Mapping mapping) {

    /** The id under which its brokerage account is kept. */
    public AccountId brokerage() {
        return brokerageRef().id();
    }

    /** Its brokerage account, its own or the one that the main account's accounts share. */
    public BrokerageRef brokerageRef() {
        return switch (mapping) {
            case PER_ACCOUNT -> new BrokerageRef(id, code);
            case PER_MAIN -> new BrokerageRef(id.main(), mainCode);
        };
    }
}
