package io.alluse.capitalization;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.calendar.BusinessDay;
import io.alluse.csv.CsvRow;
import io.alluse.policy.PolicyBook;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalizationRuleTest {

    private static final BusinessDay TODAY = BusinessDay.parse("2026-01-05");
    private static final PlanPolicies POLICIES = new PlanPolicies(PolicyBook.shipped());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             ROW                                                 | DECISION
             capital=500000                                      | 500000.00
             capital=0.01                                        | 0.01
             capital=10000000                                    | 10000000.00
             capital=10000000.00                                 | 10000000.00
             capital=000500000.5                                 | 500000.50
             capital=0                                           | capital '0': must be positive
             capital=0.00                                        | capital '0.00': must be positive
             capital=-0.01                                       | capital '-0.01': must be positive
             capital=-500000                                     | capital '-500000': must be positive
             capital=10000000.01                                 | capital '10000000.01': is above the policy's cap of 10000000.00 per main account
             capital=999999999999999                             | capital '999999999999999': is above the policy's cap of 10000000.00 per main account
             capital=9999999999999999                            | capital '9999999999999999': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=0.001                                       | capital '0.001': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=1e6                                         | capital '1e6': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=500,000                                     | capital '500,000': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=$500000                                     | capital '$500000': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=NaN                                         | capital 'NaN': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=٥٠٠                                         | capital '٥٠٠': is not an amount of dollars and cents such as 500000 or 500000.00
             capital=                                            | capital '': is not an amount of dollars and cents such as 500000 or 500000.00
             name=                                               | name '': is missing
             name=<99 x>                                         | 500000.00
             name=<100 x>                                        | 500000.00
             name=<101 x>                                        | name '<101 x>': is longer than 100 characters
             name=a<BEL>b                                        | name 'a�b': holds a control character
             name=a<NUL>b                                        | name 'a�b': holds a control character
             name=Ça & "Söhne"                                   | 500000.00
             policy=standard                                     | 500000.00
             policy=standrad                                     | policy 'standrad': unknown policy, did you mean `standard`?
             policy=Standard                                     | policy 'Standard': unknown policy, did you mean `standard`?
             policy=../policies/standard                         | policy '../policies/standard': unknown policy
             policy=a<NUL>b                                      | policy 'a�b': unknown policy
             policy=screenplay; capital=10000000.01              | capital '10000000.01': is above the policy's cap of 10000000.00 per main account
             mapping=per-main                                    | 500000.00
             mapping=per-person                                  | mapping 'per-person': is neither per-account nor per-main
             split=25/35/40                                      | 500000.00
             split=33.3333/33.3333/33.3334                       | 500000.00
             split=0/0/100                                       | 500000.00
             split=20/30/49.9999                                 | split '20/30/49.9999': 100
             split=20/30/50.0001                                 | split '20/30/50.0001': 100
             split=20/30                                         | split '20/30': is not GEN/REV/COM in percent such as 20/30/50
             split=-20/60/60                                     | split '-20/60/60': is not GEN/REV/COM in percent such as 20/30/50
             split=20:30:50                                      | split '20:30:50': is not GEN/REV/COM in percent such as 20/30/50
             overlays=conservative+growth-focused                | 500000.00
             overlays=conservativ                                | overlays 'conservativ': unknown overlay, did you mean `conservative`?
             overlays=balanced+nothing                           | overlays 'balanced+nothing': unknown overlay
             opening_date=2026-01-05                             | 500000.00
             opening_date=2025-12-31                             | 500000.00
             opening_date=2026-01-06                             | opening_date '2026-01-06': is after the business date 2026-01-05
             opening_date=2025-02-29                             | opening_date '2025-02-29': is not a date such as 2026-01-05
             opening_date=01/05/2026                             | opening_date '01/05/2026': is not a date such as 2026-01-05
             opening_date=-99999999-01-01                        | opening_date '-99999999-01-01': is not a date such as 2026-01-05
             gen_reference=IBKR:U1                               | 500000.00
             main_reference=IBKR:U1                              | main_reference 'IBKR:U1': does not go with mapping per-account
             mapping=per-main; main_reference=IBKR:U1            | 500000.00
             mapping=per-main; gen_reference=IBKR:U1             | gen_reference 'IBKR:U1': does not go with mapping per-main
             gen_reference=U 1                                   | gen_reference 'U 1': is not a brokerage reference (letters, digits and :._/- only, at most 64)
             com_reference=:U1                                   | com_reference ':U1': is not a brokerage reference (letters, digits and :._/- only, at most 64)
             rev_reference=<64 x>                                | 500000.00
             rev_reference=<65 x>                                | rev_reference '<65 x>': is not a brokerage reference (letters, digits and :._/- only, at most 64)
            """, useHeadersInDisplayName = true)
    void a_row_is_taken_or_refused_with_field_value_and_reason(String row, String decision) {
        String decided = decided(filled(row));
        String expected = filled(decision);
        if (expected.endsWith(": 100")) {
            // the words are the policy's
            assertThat(decided)
                    .startsWith(expected.substring(0, expected.length() - 3))
                    .contains("100");
        } else if (expected.matches(".*unknown (policy|overlay).*")) {
            assertThat(decided)
                    .startsWith(expected.replaceFirst("unknown.*", "unknown"))
                    .contains(expected.replaceFirst(".*unknown (policy|overlay)", ""));
        } else {
            assertThat(decided).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             ROW                                                          | PROBLEMS
             name=; capital=0; opening_date=x; gen_reference=?; policy=no | name capital opening_date gen_reference policy
             name=; capital=0; opening_date=x; main_reference=M           | name capital opening_date main_reference
             capital=x; gen_reference=?; com_reference=?                  | capital gen_reference com_reference
            """, useHeadersInDisplayName = true)
    void all_problems_of_a_row_are_named_at_once(String row, String problems) {
        assertThat(decided(row)
                        .lines()
                        .map(problem -> problem.replaceFirst(" .*", ""))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             ROW                                 | CONTENT
             capital=500000                      | capital=500000.00; policy=standard
             capital=500000.0; policy=standard   | capital=500000.00; policy=standard
             split=20/30/50                      | capital=500000.00; policy=standard; split=20/30/50
             opening_date=2026-01-05             | capital=500000.00; policy=standard; opening_date=2026-01-05
            """, useHeadersInDisplayName = true)
    void rows_that_say_the_same_have_the_same_content(String row, String content) {
        assertThat(decision(row))
                .isInstanceOfSatisfying(
                        PlanDecision.Take.class,
                        take -> assertThat(take.row().content()).isEqualTo(content));
    }

    private static String filled(String text) {
        String filled = text.replace("<BEL>", "\u0007").replace("<NUL>", "\u0000");
        for (int length : new int[] {64, 65, 99, 100, 101}) {
            filled = filled.replace("<" + length + " x>", "x".repeat(length));
        }
        return filled;
    }

    private static String decided(String row) {
        return switch (decision(row)) {
            case PlanDecision.Take take -> take.row().capital().toString();
            case PlanDecision.Refuse refuse ->
                refuse.problems().stream()
                        .map(problem -> problem.field() + " '" + problem.value() + "': " + problem.reason())
                        .collect(Collectors.joining("\n"));
        };
    }

    /** A row that is fine but for what is given. */
    private static PlanDecision decision(String row) {
        Map<String, String> texts = new TreeMap<>();
        texts.put("name", "Account-1");
        texts.put("capital", "500000");
        for (String given : row.split("; ")) {
            String[] field = given.split("=", 2);
            texts.put(field[0], field[1]);
        }
        Map<String, Integer> places = new HashMap<>();
        texts.keySet().forEach(title -> places.put(title, places.size() + 1));
        CsvRow line = new CsvRow(2, List.copyOf(texts.values()), places);
        return CapitalizationRule.decide(new PlanLine(line), POLICIES, TODAY);
    }
}
