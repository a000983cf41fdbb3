package io.alluse.policy;

import io.alluse.money.Percent;

/** Yardsticks of the performance figures, the losses that raise an alert, and how long snapshots stay at hand. */
public record PerformancePolicy(
        Percent riskFree, Percent benchmark, Percent confidence, int snapshotYears, Alerts alerts) {

    /** Losses over a day, a week, a month, and from the peak. */
    public record Alerts(Percent daily, Percent weekly, Percent monthly, Percent drawdown) {}
}
