package io.alluse.ledger;

import io.alluse.account.AccountId;
import java.util.List;
import java.util.stream.IntStream;

/** The same statement for each table partition, so that there are sixteen texts and no more to prepare. */
final class PartitionTexts {

    private PartitionTexts() {}

    /** Of a text with {@code %02d} (or {@code %1$02d}) in place of the number of the partition. */
    static List<String> of(String text) {
        return IntStream.range(0, AccountId.PARTITIONS)
                .mapToObj(text::formatted)
                .toList();
    }
}
