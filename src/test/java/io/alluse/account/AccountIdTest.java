package io.alluse.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountIdTest {

    private static final long MOST = 0xFFFF_FFFFL;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void number_and_member_come_back_out(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 100_000; i++) {
            long number = random.nextLong(1, MOST + 1);
            int member = random.nextInt(1, AccountId.MOST_MEMBERS + 1);
            AccountId main = AccountId.ofMain(number);
            AccountId account = main.member(member);
            assertThat(main.isMain()).isTrue();
            assertThat(account.isMain()).isFalse();
            assertThat(account.main()).isEqualTo(main);
            assertThat(account.member(1).main()).isEqualTo(main);
            assertThat(account.number()).isEqualTo(number);
            assertThat(account.value() - main.value()).isEqualTo(member);
            assertThat(account.bucket()).isEqualTo(main.bucket()).isBetween(0, AccountId.BUCKETS - 1);
            assertThat(account.partition()).isEqualTo((int) (number % AccountId.PARTITIONS));
            assertThat(account.value())
                    .isBetween(AccountId.firstOf(account.partition()), AccountId.firstOf(account.partition() + 1) - 1);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             NUMBER     | BUCKET | PARTITION
             1          | 256    | 1
             15         | 3840   | 15
             16         | 0      | 0
             1023       | 3840   | 15
             1024       | 1      | 0
             262143     | 4095   | 15
             262144     | 0      | 0
             4294967295 | 4095   | 15
            """)
    void a_number_has_its_bucket(long number, int bucket, int partition) {
        assertThat(AccountId.ofMain(number).bucket()).isEqualTo(bucket);
        assertThat(AccountId.ofMain(number).partition()).isEqualTo(partition);
    }

    @Test
    void all_partitions_and_buckets_are_used_evenly() {
        int mains = AccountId.BUCKETS * 64;
        int[] partitions = new int[AccountId.PARTITIONS];
        int[] buckets = new int[AccountId.BUCKETS];
        for (long number = 1; number <= mains; number++) {
            partitions[AccountId.ofMain(number).partition()]++;
            buckets[AccountId.ofMain(number).bucket()]++;
        }
        assertThat(partitions).containsOnly(mains / AccountId.PARTITIONS);
        assertThat(buckets).containsOnly(64);
    }

    @Test
    void within_a_partition_ids_grow_with_numbers_for_a_long_time() {
        for (long number = 17; number < 262_144; number++) {
            assertThat(AccountId.ofMain(number)).isGreaterThan(AccountId.ofMain(Math.max(1, number - 16)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, MOST + 1, Long.MAX_VALUE})
    void other_numbers_are_refused(long number) {
        assertThatThrownBy(() -> AccountId.ofMain(number)).hasMessageContaining("was " + number);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, AccountId.MOST_MEMBERS + 1})
    void other_members_are_refused(int member) {
        assertThatThrownBy(() -> AccountId.ofMain(1).member(member)).hasMessageContaining("not " + member);
    }
}
