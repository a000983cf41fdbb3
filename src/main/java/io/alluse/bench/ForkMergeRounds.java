package io.alluse.bench;

import io.alluse.bench.BenchReport.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The rounds of each side of {@link ForkMergeBench}, and what they come to. */
final class ForkMergeRounds {

    private final ForkMergeBench.Size size;
    private final Map<String, List<Round>> measured = new LinkedHashMap<>();

    ForkMergeRounds(ForkMergeBench.Size size) {
        this.size = size;
    }

    /** Seconds by the clock, those of the processors, forks and merges, and bytes of log. */
    record Round(double seconds, CpuSeconds cpu, long posted, long wal) {

        Round plus(Round other) {
            return new Round(
                    seconds + other.seconds,
                    new CpuSeconds(cpu.program() + other.cpu.program(), cpu.database() + other.cpu.database()),
                    posted + other.posted,
                    wal + other.wal);
        }
    }

    void add(String side, Round round) {
        measured.computeIfAbsent(side, name -> new ArrayList<>()).add(round);
    }

    BenchReport report() {
        List<Side> sides = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("forksPerSecond", Math.round(size.forks() / seconds("forks")));
        facts.put("mergesPerSecond", Math.round(size.forks() / seconds("merges")));
        facts.put("nightlyRatio", rounded(seconds("night") / seconds("nightWithNone")));
        facts.put("nightlyCpuRatio", rounded(cpu("night") / cpu("nightWithNone")));
        measured.forEach((name, rounds) -> {
            long posted = rounds.getFirst().posted();
            long done = name.startsWith("night") ? size.accounts() : size.forks();
            sides.add(new Side(name, seconds(name), done / seconds(name), posted / seconds(name)));
            facts.put(name + "Posted", posted);
            facts.put(
                    name + "ProgramCpuSeconds",
                    rounded(median(name, round -> round.cpu().program())));
            facts.put(
                    name + "DatabaseCpuSeconds",
                    rounded(median(name, round -> round.cpu().database())));
            facts.put(name + "WalMb", rounds.getFirst().wal() / 1_000_000);
        });
        return new BenchReport(
                "fork-merge", size.accounts(), "accounts", size.rounds(), sides, Map.of(), facts, Resident.maxMb());
    }

    private double seconds(String side) {
        return median(side, Round::seconds);
    }

    private double cpu(String side) {
        return median(side, round -> round.cpu().program() + round.cpu().database());
    }

    private double median(String side, ToDoubleFunction<Round> of) {
        return Median.of(measured.getOrDefault(side, List.of()).stream()
                .map(of::applyAsDouble)
                .toList());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
