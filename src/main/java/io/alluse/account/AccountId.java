package io.alluse.account;

/**
 * Where an account's rows live: bucket (12 bits), number of the main account (32 bits), member of it (16 bits). Member 0 is the main
 * account itself, so all ids of a main account lie side by side, and all that it ever forks stays in its bucket.
 */
public record AccountId(long value) implements Comparable<AccountId> {

    public static final int BUCKETS = 4096;
    public static final int PARTITIONS = 16;
    public static final int MOST_MEMBERS = 0xFFFF;
    public static final long MOST_MAINS = 0xFFFF_FFFFL;
    private static final int BUCKETS_PER_PARTITION = BUCKETS / PARTITIONS;
    private static final int BUCKET_SHIFT = 48;
    private static final int NUMBER_SHIFT = 16;
    private static final long MEMBER_MASK = 0xFFFF;

    /** Consecutive main accounts in one bucket, so that a run that opens many appends to few places of each index. */
    private static final int BLOCK = 64;

    /** The id of the main account with this number: dealt to the partitions in turn, within a partition in blocks. */
    public static AccountId ofMain(long number) {
        if (number < 1 || number > MOST_MAINS) {
            throw new IllegalArgumentException(
                    "the number of a main account is 1 to " + MOST_MAINS + ", was " + number);
        }
        long bucketInPartition = number / (PARTITIONS * BLOCK) % BUCKETS_PER_PARTITION;
        long bucket = number % PARTITIONS * BUCKETS_PER_PARTITION + bucketInPartition;
        return new AccountId(bucket << BUCKET_SHIFT | number << NUMBER_SHIFT);
    }

    /** The id of a main account that a fork opens: its number, in the bucket of the one it comes from. */
    public AccountId forkedMain(long number) {
        if (number < 1 || number > MOST_MAINS) {
            throw new IllegalArgumentException(
                    "the number of a main account is 1 to " + MOST_MAINS + ", was " + number);
        }
        return new AccountId((long) bucket() << BUCKET_SHIFT | number << NUMBER_SHIFT);
    }

    /** The lowest id of a table partition. */
    public static long firstOf(int partition) {
        return ((long) partition * BUCKETS_PER_PARTITION) << BUCKET_SHIFT;
    }

    public AccountId member(int member) {
        if (member < 1 || member > MOST_MEMBERS) {
            throw new IllegalArgumentException("a main account has members 1 to " + MOST_MEMBERS + ", not " + member);
        }
        return new AccountId(main().value | member);
    }

    public AccountId main() {
        return new AccountId(value & ~MEMBER_MASK);
    }

    /** Which one of its main account's accounts it is; zero for the main account itself. */
    public int memberNo() {
        return (int) (value & MEMBER_MASK);
    }

    public boolean isMain() {
        return (value & MEMBER_MASK) == 0;
    }

    public long number() {
        return value >>> NUMBER_SHIFT & MOST_MAINS;
    }

    public int bucket() {
        return (int) (value >>> BUCKET_SHIFT);
    }

    public int partition() {
        return bucket() / BUCKETS_PER_PARTITION;
    }

    @Override
    public int compareTo(AccountId other) {
        return Long.compare(value, other.value);
    }
}
