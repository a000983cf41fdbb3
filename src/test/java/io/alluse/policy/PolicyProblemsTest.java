package io.alluse.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.fault.Exit;
import io.alluse.fault.Fault;
import io.alluse.yaml.DocumentParser;
import io.alluse.yaml.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyProblemsTest {

    private static final String STANDARD = Shipped.text("standard.yaml");

    /** The problem is expected on the line of the replaced text; {@code ⏎} stands for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            useHeadersInDisplayName = true,
            ignoreLeadingAndTrailingWhitespace = true,
            textBlock = """
             REPLACE                   | BY                          | PROBLEM
             name: standard            | name: ""                    | name: must be a name of lower-case letters, digits and dashes, starting with a letter (found "")
             name: standard            | name: Standard!             | name: must be a name of lower-case letters, digits and dashes, starting with a letter (found Standard!)
             version: 1                | version: 0                  | version: must be a whole number from 1 to 9999 (found 0)
             version: 1                | version: 1.5                | version: must be a whole number from 1 to 9999 (found 1.5)
             version: 1                | version: "1"                | version: must be a whole number from 1 to 9999 (found "1")
             announceDays: 15          | announceDays: 1e1           | announceDays: must be a whole number from 1 to 366 (found 1e1)
             announceDays: 15          | announceDays: 015           | announceDays: must be a whole number from 1 to 366 (found 015)
             cap: 10_000_000           | cap: 10_00_000              | capital.cap: must be a positive amount in dollars and cents (found 10_00_000)
             cap: 10_000_000           | cap: -1                     | capital.cap: must be a positive amount in dollars and cents (found -1)
             minimumMain: 100_000      | minimumMain: 0              | capital.minimumMain: must be a positive amount in dollars and cents (found 0)
             minimumMain: 100_000      | minimumMain: 0.001          | capital.minimumMain: must be a positive amount in dollars and cents (found 0.001)
             unit: 500_000             | unit: 10_000_001            | capital.unit: must not be above `capital.cap` (found 10_000_001)
             default: 500_000          | default: 10_000_001         | capital.default: must not be above `capital.cap` (found 10_000_001)
             short: 30                 | short: -0.01                | tax.short: must be a percentage from 0 to 99.9999, below 100 (found -0.01)
             short: 30                 | short: a third              | tax.short: must be a percentage from 0 to 99.9999, below 100 (found a third)
             long: 15                  | long: [15]                  | tax.long: must be a percentage from 0 to 99.9999, below 100 (found [15])
             buffer: 5                 | buffer: 100                 | buffer: must be a percentage from 0 to 99.9999, below 100 (found 100)
             buffer: 5                 | buffer: -1                  | buffer: must be a percentage from 0 to 99.9999, below 100 (found -1)
             buffer: 5                 | buffer:                     | buffer: must be a percentage from 0 to 99.9999, below 100 (found nothing)
             buffer: 5                 | buffer: {opening: 5}        | buffer: must be a percentage from 0 to 99.9999, below 100 (found keys below it)
             buffer: 5                 | bufer: 5                    | bufer: unknown key, did you mean `buffer`? (found 5)
             mapping: per-account      | mapping: per-person         | mapping: must be `per-account` or `per-main` (found per-person)
             mapping: per-account      | mapping: true               | mapping: must be `per-account` or `per-main` (found true)
             routing: []               | routing: [tesla GEN]        | routing: must be a list, also an empty one, of KIND SYMBOL SIDE TIER, such as [option TSLA sell GEN]; KIND is stock, option, call, put or any, SIDE is buy, sell or any, SYMBOL may be any (found [tesla GEN])
             routing: []               | routing: [any TSLA any GEN, any TSLA any REV] | routing: must not send the same kind, symbol and side to several tiers (found [any TSLA any GEN, any TSLA any REV])
             months: 12-18             | months: 18-12               | leaps.months: the lower month must come first (found 18-12)
             delta: 40-50              | delta: 50-40                | tiers.GEN.delta: the lower delta must come first (found 50-40)
             delta: 40-50              | delta: 40-100               | tiers.GEN.delta: a delta must be from 1 to 99 (found 40-100)
             delta: 40-50              | delta: 0.4-0.5              | tiers.GEN.delta: must be two deltas in hundredths, such as 40-50 (found 0.4-0.5)
             entry: [THU]              | entry: [SAT]                | tiers.GEN.entry: an entry window needs one weekday or more, from MON to FRI (found [SAT])
             entry: [THU]              | entry: []                   | tiers.GEN.entry: must be a list of weekdays, such as [MON, TUE, WED], each named once (found [])
             entry: [THU]              | entry: THU                  | tiers.GEN.entry: must be a list of weekdays, such as [MON, TUE, WED], each named once (found THU)
             symbols: [TSLA, NVDA]     | symbols: [TSLA, TSLA]       | tiers.GEN.symbols: must be a list of symbols, such as [TSLA, NVDA], each named once (found [TSLA, TSLA])
             symbols: [TSLA, NVDA]     | symbols: [tsla]             | tiers.GEN.symbols: must be a list of symbols, such as [TSLA, NVDA], each named once (found [tsla])
             share: 20                 | share: 20.01                | tiers.GEN.positions.share: must not be above `positionCap` (found 20.01)
             riskMultiplier: 1.0       | riskMultiplier: 0           | tiers.GEN.positions.riskMultiplier: must be a number from 0.01 to 100 (found 0)
             split: 20                 | split: 20.01                | tiers.GEN.split: must add up with tiers.REV.split and tiers.COM.split to 100, adds up to 100.01 (found 20.01)
             contracts: 100            | contracts: 99               | tiers.GEN.weekly.contracts: must add up with tiers.GEN.weekly.shares and tiers.GEN.weekly.leaps to 100, adds up to 99 (found 99)
             contracts: 75             | contracts: 76               | tiers.REV.quarterly.contracts: must add up with tiers.REV.quarterly.shares and tiers.REV.quarterly.leaps to 100, adds up to 101 (found 76)
             into: [GEN 50, COM 50]    | into: [GEN 50, COM 49]      | tiers.GEN.fork.into: must add up to 100, adds up to 99 (found [GEN 50, COM 49])
             into: [GEN 50, COM 50]    | into: [GEN 40, GEN 60]      | tiers.GEN.fork.into: must name each account once (found [GEN 40, GEN 60])
             into: [GEN 50, COM 50]    | into: [GEN 50, MAIN 50]     | tiers.GEN.fork.into: must name MAIN alone or not at all (found [GEN 50, MAIN 50])
             into: [GEN 50, COM 50]    | into: []                    | tiers.GEN.fork.into: must be a list of accounts and their shares that add up to 100, such as [GEN 50, COM 50], or [MAIN 100] (found [])
             into: [MAIN 100]          | into: [COM 0]               | tiers.REV.fork.into: must be a list of accounts and their shares that add up to 100, such as [GEN 50, COM 50], or [MAIN 100] (found [COM 0])
             quarterly: none           | quarterly: never            | tiers.GEN.quarterly: must be `none`, or the keys below it (found never)
             market: 0.30              | market: 0.31                | fork.scoring.weights.market: must add up with fork.scoring.weights.performance and fork.scoring.weights.load and fork.scoring.weights.timing to 1, adds up to 1.01 (found 0.31)
             approveAt: 0.70           | approveAt: 0.81             | fork.scoring.approveAt: must not be above `fork.scoring.executeAt` (found 0.81)
             calm: 15                  | calm: 45                    | fork.scoring.market.calm: must be below `fork.scoring.market.wild` (found 45)
             mediumConfidence: 0.6     | mediumConfidence: 0.9       | consolidation.urgency.mediumConfidence: must not be above `consolidation.urgency.highConfidence` (found 0.9)
             reliability: 0.30         | reliability: 0.3001         | consolidation.weights.reliability: must add up with consolidation.weights.benefit and consolidation.weights.safety to 1, adds up to 1.0001 (found 0.3001)
             maxConcurrent: unlimited  | maxConcurrent: none         | fork.maxConcurrent: must be `unlimited` or a whole number from 1 to 1000 (found none)
             years: none               | years: 0                    | merge.years: must be `none` or a whole number from 1 to 100 (found 0)
             multiple: none            | multiple: many              | merge.multiple: must be `none` or a number from 0.01 to 100 (found many)
            """)
    void one_wrong_value_is_one_problem_with_file_line_and_key(String replace, String by, String problem) {
        String text = replaced(replace, by);

        assertThat(problems(text))
                .filteredOn(told -> !told.endsWith(": is missing"))
                .containsExactly("my.yaml:" + lineOf(replace) + ": " + problem);
    }

    @Test
    void a_missing_key_is_named_on_the_line_of_its_group() {
        String text = STANDARD.replace("  long: 15\n", "");

        assertThat(problems(text)).containsExactly("my.yaml:" + lineOf("tax:\n") + ": tax.long: is missing");
    }

    @Test
    void a_missing_group_is_named_once() {
        String tail = STANDARD.substring(STANDARD.indexOf("tiers:"));

        assertThat(problems(STANDARD.replace(tail, "")))
                .containsExactly("my.yaml:" + lineOf("name: standard") + ": tiers: is missing");
    }

    @Test
    void a_group_that_may_be_none_must_say_so() {
        String text = STANDARD.replace(
                "    weekly: none\n    quarterly:\n      contracts: 75", "    quarterly:\n      contracts: 75");

        assertThat(problems(text)).singleElement().asString().endsWith(": tiers.REV.weekly: is missing");
    }

    @Test
    void a_value_where_keys_belong_is_named() {
        String text = STANDARD.replaceFirst("(?s)merge:\n.*?\n\n", "merge: 5\n\n");

        assertThat(problems(text))
                .containsExactly("my.yaml:" + lineOf("merge:") + ": merge: must have keys below it (found 5)");
    }

    @Test
    void the_least_capital_is_at_most_the_default_and_the_unit() {
        String text = STANDARD.replace("minimumMain: 100_000", "minimumMain: 500_000.01");

        assertThat(problems(text))
                .extracting(problem -> problem.substring(problem.indexOf("must")))
                .containsExactly(
                        "must not be above `capital.default` (found 500_000.01)",
                        "must not be above `capital.unit` (found 500_000.01)");
    }

    @Test
    void a_key_that_is_there_twice_is_named_with_both_lines() {
        String text = replaced("  long: 15", "  long: 15\n  long: 16");

        assertThat(problems(text))
                .containsExactly("my.yaml:" + (lineOf("  long: 15") + 1) + ": tax.long: is there twice, first on line "
                        + lineOf("  long: 15") + " (found 16)");
    }

    @Test
    void com_never_forks() {
        String text = replaced("    fork: none ", "    fork: {by: surplus, threshold: 1, into: [MAIN 100]} ");

        assertThat(problems(text))
                .containsExactly("my.yaml:" + lineOf("    fork: none ")
                        + ": tiers.COM.fork.by: COM never forks: `tiers.COM.fork` must be `none` (found surplus)");
    }

    @Test
    void a_fork_by_value_has_one_child() {
        String text = STANDARD.replaceFirst("by: surplus", "by: value");

        assertThat(problems(text))
                .containsExactly("my.yaml:" + lineOf("into: [GEN 50, COM 50]")
                        + ": tiers.GEN.fork.into: must name one account, GEN, REV or COM, where `by` is `value`"
                        + " (found [GEN 50, COM 50])");
    }

    @Test
    void all_problems_are_told_in_one_go_in_the_order_of_the_file() {
        String text = STANDARD.replace("buffer: 5 ", "buffer: 105 ")
                .replace("split: 20", "split: 25")
                .replace("  dividend: 15", "  dividends: 15")
                .replace("delta: 40-50", "delta: 50-40");

        assertThat(problems(text))
                .extracting(problem -> problem.split(": ")[1])
                .containsExactly("buffer", "tax.dividend", "tax.dividends", "tiers.GEN.split", "tiers.GEN.delta");
    }

    @Test
    void as_a_fault_all_problems_are_on_one_line() {
        String text = STANDARD.replace("buffer: 5 ", "buffer: 105 ").replace("announceDays: 15", "announceDays: 0");

        Assertions.assertThatExceptionOfType(Fault.class)
                .isThrownBy(() -> Shipped.read(text).orFault())
                .satisfies(fault -> assertThat(fault.exit()).isEqualTo(Exit.USAGE))
                .withMessageContaining("announceDays: must be")
                .withMessageContaining("; my.yaml:")
                .withMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             TEXT                       | PROBLEM
             ''                         | my.yaml:1: must hold keys and values (found nothing)
             '# only a comment'         | my.yaml:1: must hold keys and values (found nothing)
             just words                 | my.yaml:1: must hold keys and values (found something else)
             '[a, b]'                   | my.yaml:1: must hold keys and values (found something else)
             'a: [unclosed'             | my.yaml:1: is not YAML: expected ',' or ']', but got <stream end>
             'name: x⏎  y: 1'          | my.yaml:2: is not YAML: mapping values are not allowed here
             'name: x⏎---⏎name: y'    | my.yaml:2: is not YAML: but found another document
             'name: *nobody'            | my.yaml:1: is not YAML: found undefined alias nobody
            """)
    void what_is_not_a_mapping_is_told_without_more(String text, String problem) {
        assertThat(problems(text.replace("⏎", "\n"))).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
             BUFFER                | PROBLEM
             &five 5               | buffer: anchors and aliases are not accepted (found &five)
             !!java.lang.Object 5  | buffer: tags are not accepted (found tag:yaml.org,2002:java.lang.Object)
             !percent 5            | buffer: tags are not accepted (found !percent)
             [[5]]                 | buffer: a list holds words only (found a list)
             [&a 5]                | buffer: a list holds words only (found &a)
            """)
    void what_yaml_can_do_beyond_keys_words_and_lists_is_refused(String buffer, String problem) {
        assertThat(problems(replaced("buffer: 5", "buffer: " + buffer)))
                .first()
                .isEqualTo("my.yaml:" + lineOf("buffer: 5") + ": " + problem);
    }

    @ParameterizedTest
    @CsvSource({"'tiers.GEN.split: 20'", "'? [a] : 1'", "'1: 1'", "'<<: {buffer: 6}'"})
    void a_key_is_made_of_letters(String line) {
        assertThat(problems(STANDARD + "\n" + line)).singleElement().asString().contains(": keys are made of letters");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThat(problems("a: " + "{a: ".repeat(50) + "1" + "}".repeat(50)))
                .singleElement()
                .asString()
                .startsWith("my.yaml:1: is not YAML: Nesting Depth exceeded");
    }

    @Test
    void a_large_file_is_refused() {
        assertThat(problems("#".repeat(DocumentParser.MOST_BYTES + 1)))
                .containsExactly("my.yaml:1: must not be larger than 65536 bytes (found 65537 bytes)");
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        assertThat(Policy.parse("my.yaml", new byte[] {'a', (byte) 0xff}).problems())
                .extracting(Problem::toString)
                .containsExactly("my.yaml:1:1: must be UTF-8 text (found other bytes)");
        assertThat(problems("a: \u0000")).singleElement().asString().startsWith("my.yaml:1: is not YAML: ");
    }

    @Test
    void what_was_found_is_cut_where_it_is_long() {
        assertThat(problems(replaced("buffer: 5", "buffer: " + "9".repeat(100))))
                .first()
                .asString()
                .endsWith("(found " + "9".repeat(60) + "…)");
    }

    private static String replaced(String text, String by) {
        assertThat(STANDARD).contains(text);
        int at = STANDARD.indexOf(text);
        return STANDARD.substring(0, at) + by.replace("⏎", "\n") + STANDARD.substring(at + text.length());
    }

    private static int lineOf(String text) {
        String before = STANDARD.substring(0, STANDARD.indexOf(text));
        return 1 + (int) before.chars().filter(c -> c == '\n').count();
    }

    @Test
    void a_problem_has_its_column_too() {
        assertThat(problemsOf("name: x\nbuffer:   105\nbuffer: 5"))
                .extracting(Problem::toString)
                .contains(
                        "my.yaml:2:11: buffer: must be a percentage from 0 to 99.9999, below 100 (found 105)",
                        "my.yaml:3:1: buffer: is there twice, first on line 2 (found 5)");
    }

    /** By line; columns have a test of their own. */
    private static List<String> problems(String text) {
        return problemsOf(text).stream()
                .map(problem -> problem.toString().replaceFirst("(my.yaml:\\d+):\\d+: ", "$1: "))
                .toList();
    }

    private static List<Problem> problemsOf(String text) {
        return Policy.parse("my.yaml", text.getBytes(StandardCharsets.UTF_8)).problems();
    }
}
