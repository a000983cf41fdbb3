package io.alluse.policy;

import static io.alluse.policy.Numbers.COUNT;
import static io.alluse.policy.Numbers.DAYS;
import static io.alluse.policy.Numbers.DAYS_OR_ZERO;
import static io.alluse.policy.Numbers.FACTOR;
import static io.alluse.policy.Numbers.MONEY;
import static io.alluse.policy.Numbers.MONEY_OR_NONE;
import static io.alluse.policy.Numbers.PERCENT;
import static io.alluse.policy.Numbers.PERCENT_ABOVE_0;
import static io.alluse.policy.Numbers.PERCENT_BELOW_100;
import static io.alluse.policy.Numbers.UNIT;
import static io.alluse.policy.Numbers.YEARS;
import static io.alluse.yaml.Key.Scope.FIXED;
import static io.alluse.yaml.Key.Scope.OVERRIDABLE;
import static io.alluse.yaml.Texts.choice;

import io.alluse.money.Money;
import io.alluse.money.Percent;
import io.alluse.yaml.Key;
import io.alluse.yaml.Texts;
import io.alluse.yaml.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Every key of a policy file, in the order in which policies are shown; docs/policies.md explains each. */
final class PolicyKeys {

    /** Keys as they are documented: one row per key, tiers as a star. */
    static final List<Key<?>> PATTERNS = new ArrayList<>();

    static final Key<String> NAME = fixed("name", Texts.NAME, "what the policy is called; its file is NAME.yaml");
    static final Key<Integer> VERSION =
            fixed("version", Numbers.VERSION, "raised with every change: a policy never changes under its version");
    static final Key<String> DESCRIPTION =
            fixed("description", Texts.TEXT, "for people; the only key that the content hash leaves out");

    static final Key<Money> CAP = fixed("capital.cap", MONEY, "most a main account may be opened with");
    static final Key<Money> UNIT_SIZE =
            key("capital.unit", MONEY, "the whole units over which `plan --total` spreads a sum");
    static final Key<Money> DEFAULT_CAPITAL =
            key("capital.default", MONEY, "capital of a main account whose plan names none");
    static final Key<Money> MINIMUM_MAIN = key(
            "capital.minimumMain",
            MONEY,
            "least that `plan --total` makes a main account of where a total does not come out even");
    static final Key<Mapping> MAPPING = key(
            "mapping",
            choice(Mapping.values(), Mapping::word),
            "whether each account or each main account has the brokerage account");
    static final Key<List<Route>> ROUTING = key(
            "routing",
            Words.ROUTES,
            "under `per-main`, whose a trade line is that nothing else tells; first match wins");
    static final Key<Integer> ANNOUNCE_DAYS =
            key("announceDays", DAYS, "business days within which a statement line settles an announcement");
    static final Key<Percent> DRIFT_TOLERANCE =
            key("driftTolerance", PERCENT_ABOVE_0, "drift from the split, in points, over which an alert is raised");
    static final Key<Integer> MAX_PRICE_AGE =
            key("maxPriceAgeDays", DAYS, "days after which a price is too old to mark with");
    static final Key<Percent> BUFFER =
            key("buffer", PERCENT_BELOW_100, "cash buffer: of the capital at opening, then of net worth");
    static final Key<Percent> POSITION_CAP = fixed(
            "positionCap",
            PERCENT_ABOVE_0,
            "most of net worth that one position may take, whatever share and multiplier say");

    static final Key<Percent> TAX_SHORT =
            key("tax.short", PERCENT_BELOW_100, "rate on short-term gains, premium and interest");
    static final Key<Percent> TAX_LONG = key("tax.long", PERCENT_BELOW_100, "rate on long-term gains");
    static final Key<Percent> TAX_DIVIDEND = key("tax.dividend", PERCENT_BELOW_100, "rate on dividends");

    static final Key<ExpiryWindow> LEAPS_MONTHS = key("leaps.months", Words.MONTHS, "how far away LEAPS expire");
    static final Key<DeltaBand> LEAPS_DELTA = key("leaps.delta", Words.DELTA, "delta band of LEAPS calls");
    static final Key<Percent> LEAPS_QUARTER_CAP =
            key("leaps.quarterCap", PERCENT_ABOVE_0, "most of the LEAPS contracts that may expire in one quarter");
    static final Key<Integer> LEAPS_CAP_CONTRACTS =
            key("leaps.capFromContracts", COUNT, "contracts from which on that cap binds");
    static final Key<Integer> LEAPS_CAP_QUARTERS =
            key("leaps.capFromQuarters", COUNT, "listed quarters from which on that cap binds");
    static final Key<Integer> LEAPS_LONGER_THAN = key(
            "leaps.longerThanDays",
            Numbers.LONG_DAYS,
            "a long call with more days to expiry is paid from the LEAPS bucket");

    static final Key<ForkMode> FORK_DECISION = key(
            "fork.decision",
            choice(ForkMode.values(), ForkMode::word),
            "whether forks execute by themselves or are scored");
    static final Key<OptionalInt> FORK_MAX_CONCURRENT = fixed(
            "fork.maxConcurrent",
            Numbers.countOr("unlimited", COUNT),
            "forks that may await their mappings at a time, in the whole system");
    static final Key<Integer> FORK_REVIEW_DAYS =
            key("fork.reviewDays", DAYS, "business days after which a manual review expires");
    static final Key<Percent> FORK_FLAG =
            key("fork.flagReturnAbove", PERCENT, "annual return above which an account is flagged for forking");
    static final Key<BigDecimal> SCORE_MARKET = key("fork.scoring.weights.market", UNIT, "weight of the market score");
    static final Key<BigDecimal> SCORE_PERFORMANCE =
            key("fork.scoring.weights.performance", UNIT, "weight of the performance score");
    static final Key<BigDecimal> SCORE_LOAD = key("fork.scoring.weights.load", UNIT, "weight of the load score");
    static final Key<BigDecimal> SCORE_TIMING = key("fork.scoring.weights.timing", UNIT, "weight of the timing score");
    static final Key<BigDecimal> SCORE_EXECUTE =
            key("fork.scoring.executeAt", UNIT, "score from which on a fork executes at once");
    static final Key<BigDecimal> SCORE_APPROVE = key(
            "fork.scoring.approveAt",
            UNIT,
            "score from which on it is approved for the next sweep; below, a person reviews it");
    static final Key<BigDecimal> SCORE_WITHOUT_DATA = key(
            "fork.scoring.withoutData", UNIT, "score of market or performance where there is no data; it is flagged");
    static final Key<Integer> MARKET_DAYS =
            key("fork.scoring.market.volatilityDays", DAYS, "days over which volatility is measured");
    static final Key<Percent> MARKET_CALM =
            key("fork.scoring.market.calm", PERCENT, "annualized volatility at or below which the market scores 1");
    static final Key<Percent> MARKET_WILD =
            key("fork.scoring.market.wild", PERCENT, "annualized volatility at or above which the market scores 0");
    static final Key<Percent> FULL_RETURN =
            key("fork.scoring.performance.fullReturn", PERCENT_ABOVE_0, "annualized return that scores 1");
    static final Key<Integer> WEEKS =
            key("fork.scoring.performance.weeks", DAYS, "last weeks of which the positive ones are counted");
    static final Key<Percent> WORST_DRAWDOWN =
            key("fork.scoring.performance.worstDrawdown", PERCENT_ABOVE_0, "drawdown that scores 0");
    static final Key<Integer> QUARTER_END_DAYS = key(
            "fork.scoring.timing.quarterEndDays",
            DAYS_OR_ZERO,
            "last business days of a quarter that count as bad timing");
    static final Key<BigDecimal> QUARTER_END_PENALTY =
            key("fork.scoring.timing.quarterEndPenalty", UNIT, "what these days take off the timing score");
    static final Key<BigDecimal> EARLY_CLOSE_PENALTY =
            key("fork.scoring.timing.earlyClosePenalty", UNIT, "what an early close takes off the timing score");

    static final Key<Money> MERGE_THRESHOLD = key(
            "merge.familyThreshold", MONEY, "combined net worth at which a fork family is merged into the main's COM");
    static final Key<Optional<BigDecimal>> MERGE_MULTIPLE = key(
            "merge.multiple",
            Texts.orNone(FACTOR),
            "a family that opened at or above the threshold merges at this multiple of what it received");
    static final Key<OptionalInt> MERGE_YEARS =
            key("merge.years", Numbers.countOr(Type.NONE, YEARS), "or after so many years");
    static final Key<MergePositions> MERGE_POSITIONS = key(
            "merge.positions",
            choice(MergePositions.values(), MergePositions::word),
            "whether positions move with their lots, or are sold first");

    static final Key<Approval> CONSOLIDATION_APPROVAL = key(
            "consolidation.approval",
            choice(Approval.values(), Approval::word),
            "who lets a recommendation be carried out");
    static final Key<Integer> CLOSES_NEEDED =
            key("consolidation.closesNeeded", DAYS, "days of closes without which nothing is recommended");
    static final Key<Percent> RETURN_BELOW =
            key("consolidation.triggers.returnBelow", PERCENT, "underperformance: annual return below this");
    static final Key<BigDecimal> RETURN_RELIABILITY =
            key("consolidation.triggers.returnReliability", UNIT, "how much underperformance is to be relied on");
    static final Key<Money> NET_WORTH_BELOW =
            key("consolidation.triggers.netWorthBelow", MONEY, "efficiency: net worth below this");
    static final Key<BigDecimal> NET_WORTH_RELIABILITY =
            key("consolidation.triggers.netWorthReliability", UNIT, "how much efficiency is to be relied on");
    static final Key<Percent> DRAWDOWN =
            key("consolidation.triggers.drawdown", PERCENT_ABOVE_0, "risk: drawdown from this on");
    static final Key<BigDecimal> DRAWDOWN_RELIABILITY =
            key("consolidation.triggers.drawdownReliability", UNIT, "how much risk is to be relied on");
    static final Key<Percent> UNUSED_CASH = key(
            "consolidation.triggers.unusedCash",
            PERCENT_ABOVE_0,
            "capital underuse: unbound cash from this share of net worth on");
    static final Key<Integer> UNUSED_DAYS = key("consolidation.triggers.unusedDays", DAYS, "for so many days");
    static final Key<BigDecimal> UNUSED_RELIABILITY =
            key("consolidation.triggers.unusedReliability", UNIT, "how much capital underuse is to be relied on");
    static final Key<BigDecimal> MANUAL_RELIABILITY =
            key("consolidation.triggers.manualReliability", UNIT, "how much a manual request is to be relied on");
    static final Key<Integer> FAMILY_OVER =
            key("consolidation.triggers.familyOver", COUNT, "system: a family of more open accounts than this");
    static final Key<BigDecimal> FAMILY_RELIABILITY =
            key("consolidation.triggers.familyReliability", UNIT, "how much the size of a family is to be relied on");
    static final Key<Money> SAVING =
            key("consolidation.savingPerAccount", MONEY, "what closing one account saves in a year");
    static final Key<Percent> FULL_BENEFIT = key(
            "consolidation.fullBenefit",
            PERCENT_ABOVE_0,
            "saving and improvement, as a share of net worth, that count as benefit 1");
    static final Key<Percent> FULL_RISK =
            key("consolidation.fullRisk", PERCENT_ABOVE_0, "volatility of the target that counts as risk 1");
    static final Key<BigDecimal> WEIGHT_RELIABILITY =
            key("consolidation.weights.reliability", UNIT, "weight of the reliability in the confidence");
    static final Key<BigDecimal> WEIGHT_BENEFIT =
            key("consolidation.weights.benefit", UNIT, "weight of the benefit in the confidence");
    static final Key<BigDecimal> WEIGHT_SAFETY =
            key("consolidation.weights.safety", UNIT, "weight of 1 - risk in the confidence");
    static final Key<Percent> CRITICAL_DRAWDOWN =
            key("consolidation.urgency.criticalDrawdown", PERCENT_ABOVE_0, "drawdown from which on it is critical");
    static final Key<BigDecimal> HIGH_CONFIDENCE =
            key("consolidation.urgency.highConfidence", UNIT, "confidence from which on it is high");
    static final Key<Integer> HIGH_HOURS = key("consolidation.urgency.highHours", COUNT, "hours that high allows");
    static final Key<BigDecimal> MEDIUM_CONFIDENCE =
            key("consolidation.urgency.mediumConfidence", UNIT, "confidence from which on it is medium; below, low");
    static final Key<Integer> MEDIUM_DAYS = key("consolidation.urgency.mediumDays", DAYS, "days that medium allows");

    static final Key<Percent> RISK_FREE = key("performance.riskFree", PERCENT, "annual risk-free return");
    static final Key<Percent> BENCHMARK =
            key("performance.benchmark", PERCENT, "annual benchmark return where no series is loaded");
    static final Key<Percent> CONFIDENCE =
            key("performance.confidence", PERCENT_ABOVE_0, "confidence of value at risk");
    static final Key<Integer> SNAPSHOT_YEARS =
            fixed("performance.snapshotYears", YEARS, "years before daily snapshots are archived");
    static final Key<Percent> ALERT_DAILY =
            key("performance.alerts.daily", PERCENT_ABOVE_0, "loss of a day that raises an alert");
    static final Key<Percent> ALERT_WEEKLY =
            key("performance.alerts.weekly", PERCENT_ABOVE_0, "loss of a week that raises an alert");
    static final Key<Percent> ALERT_MONTHLY =
            key("performance.alerts.monthly", PERCENT_ABOVE_0, "loss of a month that raises an alert");
    static final Key<Percent> ALERT_DRAWDOWN =
            key("performance.alerts.drawdown", PERCENT_ABOVE_0, "drawdown that raises an alert");

    static final Key<Percent> SPLIT =
            key("tiers.*.split", PERCENT, "the tier's share of a main account; the three add up to 100");
    static final Key<Money> MINIMUM_CAPITAL =
            key("tiers.*.minimumCapital", MONEY_OR_NONE, "least with which a fork opens an account of this tier");
    static final Key<List<String>> SYMBOLS = key("tiers.*.symbols", Words.SYMBOLS, "what the tier trades");
    static final Key<DeltaBand> DELTA = key("tiers.*.delta", Words.DELTA, "delta band of written options");
    static final Key<EntryWindow> ENTRY =
            key("tiers.*.entry", Words.WEEKDAYS, "weekdays on which positions are opened");
    static final Key<Integer> MAX_POSITIONS = key("tiers.*.positions.max", COUNT, "most underlyings held at a time");
    static final Key<Percent> POSITION_SHARE = key(
            "tiers.*.positions.share",
            PERCENT_ABOVE_0,
            "most of net worth per underlying, before the multiplier; at most `positionCap`");
    static final Key<BigDecimal> RISK_MULTIPLIER =
            key("tiers.*.positions.riskMultiplier", FACTOR, "multiplies that share, up to `positionCap`");
    static final Key<String> NO_FORK = group("tiers.*.fork", "`none`: the tier does not fork");
    static final Key<ForkBy> FORK_BY = key(
            "tiers.*.fork.by",
            choice(ForkBy.values(), ForkBy::word),
            "whether the threshold is one of surplus or of net worth");
    static final Key<Money> FORK_THRESHOLD = key("tiers.*.fork.threshold", MONEY, "at or over which an account forks");
    static final Key<List<Words.Share>> FORK_INTO = key(
            "tiers.*.fork.into",
            Words.SHARES,
            "child accounts and their shares, or MAIN for a new main account; with `by: value` one account");
    static final Key<String> NO_WEEKLY = group("tiers.*.weekly", "`none`: no weekly reinvestment");
    static final Key<Percent> WEEKLY_CONTRACTS =
            key("tiers.*.weekly.contracts", PERCENT, "share of the week's gain for contracts");
    static final Key<Percent> WEEKLY_SHARES = key("tiers.*.weekly.shares", PERCENT, "share for shares");
    static final Key<Percent> WEEKLY_LEAPS =
            key("tiers.*.weekly.leaps", PERCENT, "share for LEAPS; the three add up to 100");
    static final Key<Basis> WEEKLY_BASIS = key(
            "tiers.*.weekly.basis",
            choice(Basis.values(), Basis::word),
            "whether the gain is taken before or after tax");
    static final Key<String> NO_QUARTERLY = group("tiers.*.quarterly", "`none`: no quarterly reinvestment");
    static final Key<Percent> QUARTERLY_CONTRACTS =
            key("tiers.*.quarterly.contracts", PERCENT, "share of the quarter's gain for contracts");
    static final Key<Percent> QUARTERLY_SHARES = key("tiers.*.quarterly.shares", PERCENT, "share for shares");
    static final Key<Percent> QUARTERLY_LEAPS =
            key("tiers.*.quarterly.leaps", PERCENT, "share for LEAPS; the three add up to 100");
    static final Key<Basis> QUARTERLY_BASIS = key(
            "tiers.*.quarterly.basis",
            choice(Basis.values(), Basis::word),
            "whether the gain is taken before or after tax");

    /** What tells a policy from others and decides nothing. */
    static final List<Key<?>> IDENTITY = List.of(NAME, VERSION, DESCRIPTION);

    /** Every key with its full path. */
    static final List<Key<?>> ALL = expanded();

    static final Map<String, Key<?>> BY_PATH = byPath();

    private PolicyKeys() {}

    /** Whether only the policy itself may set the key. */
    static boolean isFixed(String path) {
        Key<?> key = BY_PATH.get(path);
        return key != null && !key.overridable();
    }

    private static <T> Key<T> key(String path, Type<T> type, String meaning) {
        return add(new Key<>(path, type, meaning, OVERRIDABLE, groupOf(path)));
    }

    private static <T> Key<T> fixed(String path, Type<T> type, String meaning) {
        return add(new Key<>(path, type, meaning, FIXED, ""));
    }

    /** A group of keys that can be left out as a whole by saying {@code none}. */
    private static Key<String> group(String path, String meaning) {
        return add(new Key<>(path, Texts.NONE, meaning, OVERRIDABLE, ""));
    }

    private static <T> Key<T> add(Key<T> key) {
        PATTERNS.add(key);
        return key;
    }

    private static String groupOf(String path) {
        return PATTERNS.stream()
                .filter(key -> key.isGroup() && path.startsWith(key.path() + "."))
                .map(Key::path)
                .findFirst()
                .orElse("");
    }

    private static List<Key<?>> expanded() {
        List<Key<?>> all = new ArrayList<>(
                PATTERNS.stream().filter(key -> !key.path().contains("*")).toList());
        Arrays.stream(Tier.values())
                .forEach(tier -> PATTERNS.stream()
                        .filter(key -> key.path().contains("*"))
                        .forEach(key -> all.add(key.of(tier))));
        return List.copyOf(all);
    }

    private static Map<String, Key<?>> byPath() {
        Map<String, Key<?>> byPath = new LinkedHashMap<>();
        ALL.forEach(key -> byPath.put(key.path(), key));
        return byPath;
    }
}
