package io.alluse.bench;

import io.alluse.bench.BenchReport.Side;
import io.alluse.bench.BenchStore.Contents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The rounds of every side of a measured sweep, and what they come to. */
final class SweepSides {

    /** One round: so many rows, and where it is compared, what it left. */
    record Timed(double seconds, long rows, List<Contents> contents) {}

    private final int rounds;
    private final Map<String, List<Timed>> measured = new LinkedHashMap<>();
    private final Map<String, Long> accounts = new LinkedHashMap<>();

    SweepSides(int rounds) {
        this.rounds = rounds;
    }

    void measure(String side, long count, Supplier<Timed> work) {
        accounts.put(side, count);
        measured.computeIfAbsent(side, name -> new ArrayList<>()).add(work.get());
    }

    void measure(String side, long count, int times, Supplier<Timed> work) {
        for (int i = 0; i < times; i++) {
            measure(side, count, work);
        }
    }

    BenchReport report(SweepBench.Size size, Map<String, Object> facts) {
        List<Side> sides = new ArrayList<>();
        sides.add(side("job"));
        measured.keySet().stream().filter(name -> !name.equals("job")).forEach(name -> sides.add(side(name)));
        Map<String, Double> ratios = new LinkedHashMap<>();
        ratio(ratios, "sql", "job", "sql");
        ratio(ratios, "sqlTwoSessions", "job", "sqlTwoSessions");
        ratio(ratios, "manual", "job", "manual");
        ratio(ratios, "ruleSetsAside1In1000", "ruleSetsAside1In1000", "job");
        ratio(ratios, "databaseRefuses1In100000", "databaseRefuses1In100000", "job");
        ratio(ratios, "perAccountAt" + size.against(), "job", "job" + size.against());
        ratio(ratios, "history" + size.history(), "history" + size.history(), "history1");
        rows(facts);
        return new BenchReport("sweep", size.accounts(), "accounts", rounds, sides, ratios, facts, Resident.maxMb());
    }

    /** By seconds per account. */
    private void ratio(Map<String, Double> ratios, String name, String side, String to) {
        if (measured.containsKey(side) && measured.containsKey(to)) {
            ratios.put(name, side(to).perSecond() / side(side).perSecond());
        }
    }

    private void rows(Map<String, Object> facts) {
        List<Contents> ours = first("job").contents();
        facts.put("rows", ours.stream().mapToLong(Contents::rows).sum());
        List<String> differing = Stream.of("sql", "sqlTwoSessions")
                .flatMap(side -> Contents.differing(ours, first(side).contents()).stream())
                .distinct()
                .toList();
        facts.put("sameRows", differing.isEmpty());
        if (!differing.isEmpty()) {
            facts.put("differing", differing);
        }
        for (String name : List.of("ruleSetsAside1In1000", "databaseRefuses1In100000")) {
            facts.put(name + "Accounts", first(name).rows());
        }
        facts.put("nothingDueAccounts", first("nothingDue").rows());
    }

    private Timed first(String name) {
        return measured.getOrDefault(name, List.of()).getFirst();
    }

    private Side side(String name) {
        List<Timed> timed = measured.getOrDefault(name, List.of());
        double seconds = Median.of(timed.stream().map(Timed::seconds).toList());
        return new Side(
                name,
                seconds,
                accounts.getOrDefault(name, 0L) / seconds,
                timed.getFirst().rows() / seconds);
    }
}
