package io.alluse.bench;

import io.alluse.bench.ChaosStore.Left;
import io.alluse.text.Json;
import io.alluse.text.TextTable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** What became of a sweep under each kind of disturbance. */
public record ChaosReport(ChaosBench.Options options, List<Row> rows) {

    /**
     * One kind.
     *
     * @param lost events that an undisturbed run has posted and this one has not
     * @param doubled events that this one has posted more
     * @param different accounts that have as many events, but not the same ones
     * @param seen how often it was looked at meanwhile, and how often something was there in part
     * @param clean whether digest and number of events are those of the undisturbed run and the ledger verifies
     */
    public record Row(
            Disturbance kind,
            int kills,
            int relaunches,
            long lost,
            long doubled,
            long different,
            double worstSeconds,
            ChaosWatch.Seen seen,
            boolean clean) {

        /** Both of them together. */
        Row plus(Row other) {
            return new Row(
                    kind,
                    kills + other.kills,
                    relaunches + other.relaunches,
                    lost + other.lost,
                    doubled + other.doubled,
                    different + other.different,
                    Math.max(worstSeconds, other.worstSeconds),
                    new ChaosWatch.Seen(seen.looks() + other.seen.looks(), seen.broken() + other.seen.broken()),
                    clean && other.clean);
        }

        public boolean isGood() {
            return clean && lost == 0 && doubled == 0 && different == 0 && seen.broken() == 0;
        }
    }

    public ChaosReport {
        rows = List.copyOf(rows);
    }

    public boolean isGood() {
        return rows.stream().allMatch(Row::isGood);
    }

    static Row compared(
            Disturbance kind,
            int kills,
            Left left,
            Left undisturbed,
            double worstSeconds,
            ChaosWatch.Seen seen,
            boolean verified) {
        long lost = 0;
        long doubled = 0;
        long different = 0;
        for (String code : undisturbed.chains().keySet()) {
            String expected = undisturbed.chains().getOrDefault(code, "0 ");
            String found = left.chains().getOrDefault(code, "0 ");
            long more = number(found) - number(expected);
            lost += Math.max(0, -more);
            doubled += Math.max(0, more);
            different += more == 0 && !found.equals(expected) ? 1 : 0;
        }
        boolean clean = verified
                && left.digest().equals(undisturbed.digest())
                && left.events() == undisturbed.events()
                && left.chains().size() == undisturbed.chains().size();
        return new Row(kind, kills, left.attempts() - 1, lost, doubled, different, worstSeconds, seen, clean);
    }

    private static long number(String chain) {
        return Long.parseLong(chain.substring(0, chain.indexOf(' ')));
    }

    public String text() {
        TextTable table = TextTable.of(
                "DISTURBANCE",
                ">KILLS",
                ">RELAUNCHES",
                ">LOST",
                ">DOUBLED",
                ">DIFFERENT",
                ">WORST TIME TO CONTINUE",
                ">LOOKS",
                ">HALF DONE",
                "LEDGER");
        for (Row row : rows) {
            table.row(
                    row.kind().words(),
                    row.kills(),
                    row.relaunches(),
                    row.lost(),
                    row.doubled(),
                    row.different(),
                    String.format(Locale.ROOT, "%.1f s", row.worstSeconds()),
                    row.seen().looks(),
                    row.seen().broken(),
                    row.clean() ? "as undisturbed" : "DIFFERS");
        }
        return String.format(
                        Locale.ROOT,
                        "%s, %,d accounts in chunks of %d, seed %d%n",
                        options.scenario().job(),
                        options.accounts(),
                        options.chunk(),
                        options.seed())
                + table;
    }

    public Json json() {
        return Json.object()
                .put("bench", "chaos")
                .put("job", options.scenario().job())
                .put("accounts", options.accounts())
                .put("chunk", options.chunk())
                .put("seed", options.seed())
                .put("good", isGood())
                .put("kinds", rows.stream().map(ChaosReport::json).toList());
    }

    private static Json json(Row row) {
        return Json.object()
                .put("kind", row.kind().option())
                .put("kills", row.kills())
                .put("relaunches", row.relaunches())
                .put("lost", row.lost())
                .put("doubled", row.doubled())
                .put("different", row.different())
                .put(
                        "worstSecondsToContinue",
                        BigDecimal.valueOf(row.worstSeconds()).setScale(2, RoundingMode.HALF_UP))
                .put("looks", row.seen().looks())
                .put("halfDone", row.seen().broken())
                .put("ledgerAsUndisturbed", row.clean());
    }
}
