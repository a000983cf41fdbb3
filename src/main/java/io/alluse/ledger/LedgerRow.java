package io.alluse.ledger;

import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.money.Money;
import io.alluse.policy.PolicyHash;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as it stands in the database, believed in nothing: hashes are hexadecimal text and amounts are text, so that whatever
 * somebody wrote there can be read and then refused.
 */
sealed interface LedgerRow {

    /** The id of the account, or of the main account. */
    long id();

    record MainRow(long id, String code) implements LedgerRow {}

    record AccountRow(long id, String code) implements LedgerRow {}

    record HeadRow(
            long id,
            String state,
            int lastNo,
            String lastHash,
            String base,
            List<String> balances,
            int settledNo,
            long settledPolicy,
            @Nullable MarkRow week,
            @Nullable MarkRow quarter)
            implements LedgerRow {}

    /** Of a head. */
    record MarkRow(LocalDate date, String gain, String taxes) {}

    record YearRow(long id, int year, String shortTerm, String longTerm, String dividends) implements LedgerRow {}

    record EventRow(
            long id,
            int no,
            String rule,
            String ref,
            LocalDate business,
            LocalDate effective,
            String kind,
            String policy,
            String baseChange,
            @Nullable String state,
            String detail,
            String previous,
            String hash)
            implements LedgerRow {

        boolean settles() {
            return kind.equals(EventKind.SETTLED.name());
        }

        /** Of its content, whatever hash it says it has. */
        EventHash recomputed(EventText text, String code, List<Movement> movements) {
            return text.hash(
                    code,
                    no,
                    BusinessDay.of(business),
                    effective,
                    rule,
                    ref,
                    kind,
                    new PolicyHash(policy),
                    Money.of(baseChange),
                    state == null ? null : AccountState.valueOf(state),
                    movements,
                    detail,
                    EventHash.of(HexFormat.of().parseHex(previous)));
        }
    }

    record MovementRow(
            long id,
            int event,
            int seq,
            String from,
            String to,
            String amount,
            LocalDate effective,
            @Nullable String transfer,
            @Nullable String line)
            implements LedgerRow {

        Movement movement() {
            return new Movement(
                    LedgerAccount.valueOf(from),
                    LedgerAccount.valueOf(to),
                    Money.of(amount),
                    effective,
                    transfer,
                    line);
        }
    }
}
