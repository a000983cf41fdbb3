package io.alluse.funding;

import io.alluse.money.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A transfer between two accounts of one main account: proposed by a run, or made by a person.
 *
 * @param proposedOn null where a person made it without a proposal
 * @param transferId under which the ledger has it
 * @param announced how many announcements to brokers it made: none where both accounts share a brokerage account
 * @param open how many of them no statement has shown yet
 */
public record Transfer(
        long id,
        String from,
        String to,
        Money amount,
        TransferState state,
        @Nullable LocalDate proposedOn,
        @Nullable Long runId,
        @Nullable LocalDate endedOn,
        @Nullable String by,
        @Nullable String reason,
        @Nullable String transferId,
        int announced,
        int open) {}
