package io.alluse.bench;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A damaged sample; all about it follows from its seed. */
final class Mutant {

    private final long seed;
    private final SampleStatement sample;
    private final boolean named;
    private final int choice;

    private Mutant(long seed, SampleStatement sample, boolean named, int choice) {
        this.seed = seed;
        this.sample = sample;
        this.named = named;
        this.choice = choice;
    }

    static Mutant of(long seed, List<SampleStatement> samples) {
        RandomGenerator random = new SplittableRandom(~seed);
        SampleStatement sample = samples.get(random.nextInt(samples.size()));
        return new Mutant(seed, sample, random.nextBoolean(), random.nextInt(Integer.MAX_VALUE));
    }

    long seed() {
        return seed;
    }

    /** One of these, the same each time. */
    <T> T pick(List<T> some) {
        return some.get(choice % some.size());
    }

    byte[] bytes() {
        return new Mutants(seed).of(sample.bytes());
    }

    byte[] bytesOf(String account) {
        return new Mutants(seed).of(sample.bytesOf(account));
    }

    /** Every other one is given to be recognised; an experimental format is always named, as a person has to. */
    @Nullable
    String format() {
        return named || sample.format().experimental() ? sample.format().name() : null;
    }

    /** {@code mutant 17 (robinhood.csv)}. */
    @Override
    public String toString() {
        return "mutant " + seed + " (" + sample.name() + (format() == null ? "" : ", --format " + format()) + ")";
    }
}
