package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine;

/** Four main accounts; the first has a fork, added by hand. */
class AccountCommandTest {

    private static CapitalizedDatabase capitalized;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeAll
    static void create() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,policy,mapping,gen_reference,overlays
                First,500000,standard,,U1,
                Second 50%,1000000,standard,,,
                Third,250000,screenplay,,,conservative
                Fourth,5000000,standard,per-main,,
                """);
        JdbcClient owner = JdbcClient.create(capitalized.test().owner());
        owner.sql("""
                        insert into account
                        select id + 3, code || '-F1-COM', 'COM', id, 1, opened_on + 30
                        from account where code = 'A-000001-GEN'
                        """).update();
        owner.sql("""
                        insert into account_head (account_id, state, last_no, last_hash, base)
                        select account_id + 3, 'SAFE', 1, last_hash, 0 from account_head where account_id =
                            (select id from account where code = 'A-000001-GEN')
                        """).update();
    }

    @AfterAll
    static void drop() {
        capitalized.close();
    }

    private int run(String words) {
        CommandLine line = Main.commandLine();
        Objects.requireNonNull(line.getSubcommands().get("account"))
                .getSubcommands()
                .values()
                .forEach(verb -> {
                    if (verb.getCommand() instanceof Verb known) {
                        known.workOn(() -> capitalized.test().database());
                    }
                });
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words.split(" "));
    }

    private List<String> codes(String words) {
        out.getBuffer().setLength(0);
        assertThat(run(words + " --quiet")).isZero();
        return out.toString()
                .lines()
                .map(code -> code.substring(2).replaceFirst("^0+", ""))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             OPTIONS                                 | CODES
             --limit 4                               | 1-GEN 1-REV 1-COM 1-GEN-F1-COM
             --limit 2 --after A-000001-COM          | 1-GEN-F1-COM 2-GEN
             --tier GEN                              | 1-GEN 2-GEN 3-GEN 4-GEN
             --tier GEN --limit 2                    | 1-GEN 2-GEN
             --tier GEN --limit 2 --after A-000002-GEN | 3-GEN 4-GEN
             --tier GEN --limit 20                   | 1-GEN 2-GEN 3-GEN 4-GEN
             --state ACTIVE                          | 1-GEN
             --state CLOSED                          | ``
             --policy screenplay                     | 3-GEN 3-REV 3-COM
             --main A-000002 --limit 9               | 2-GEN 2-REV 2-COM
             --name ourt --tier COM                  | 4-COM
             --name 0% --tier COM                    | 2-COM
             --name _ --tier COM                     | ``
             --sort networth --desc --limit 3        | 4-COM 4-REV 4-GEN
             --sort networth --limit 3               | 1-GEN-F1-COM 3-REV 3-COM
             --sort base --desc --limit 2 --after A-000004-GEN | 2-COM 2-REV
             --sort opened --desc --limit 2          | 1-GEN-F1-COM 1-GEN
             --sort code --desc --limit 2            | 4-COM 4-REV
             --sort cash --limit 2 --after A-000003-COM | 3-GEN 1-GEN
            """, useHeadersInDisplayName = true)
    void lists(String options, String codes) {
        assertThat(String.join(" ", codes("account list " + options))).isEqualTo(codes);
    }

    @ParameterizedTest
    @CsvSource({"code", "base", "cash", "networth", "opened"})
    void pages_put_together_are_the_whole_list(String sort) {
        for (String desc : List.of("", " --desc")) {
            String list = "account list --sort " + sort + desc;
            List<String> whole = codes(list);
            List<String> pages = new ArrayList<>();
            List<String> page = codes(list + " --limit 2");
            while (!page.isEmpty()) {
                pages.addAll(page);
                String last = page.getLast();
                int dash = last.indexOf('-');
                page = codes(list + " --limit 2 --after A-00000" + last.substring(0, dash) + last.substring(dash));
            }
            assertThat(pages).as(list).isEqualTo(whole).hasSize(13).doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             WORDS                                   | EXIT | SAYS
             account list --after A-000009-GEN       | 5    | no account A-000009-GEN
             account list --main A-000009            | 5    | no account A-000009
             account list --limit 0                  | 2    | --limit 0
             account list --limit 20000              | 2    | --json
             account list --tier LOW                 | 2    | LOW
             account list --sort name                | 2    | name
             account show A-000009                   | 5    | no account A-000009
             account tree A-000009                   | 5    | no account A-000009
             account history A-000009-GEN            | 5    | no account A-000009-GEN
             account history A-000001-GEN --limit 0  | 2    | --limit 0
            """, useHeadersInDisplayName = true)
    void wrong_words(String words, int exit, String says) {
        assertThat(run(words)).isEqualTo(exit);
        assertThat(err.toString()).contains(says).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void a_page_says_how_to_get_the_next_one() {
        assertThat(run("account list --limit 2")).isZero();
        assertThat(out.toString().lines().toList())
                .hasSize(3)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("CODE"))
                .satisfies(
                        lines -> assertThat(lines.get(1))
                                .matches(
                                        "A-000001-GEN +First +GEN +ACTIVE +standard +100,000.00 +95,000.00 +5,000.00 +100,000.00"));
        assertThat(err.toString()).contains("--after A-000001-REV").hasLineCount(1);
    }

    /** Every JSON document is a YAML document. */
    private Object parsed(String words) {
        out.getBuffer().setLength(0);
        assertThat(run(words + " --json")).as(err.toString()).isZero();
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(out.toString());
    }

    @SuppressWarnings("unchecked")
    private List<Map<String, Object>> array(String words) {
        return (List<Map<String, Object>>) parsed(words);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> object(String words) {
        return (Map<String, Object>) parsed(words);
    }

    @Test
    void the_list_as_json_is_complete_and_its_money_is_text() {
        List<Map<String, Object>> list = array("account list");
        assertThat(list).hasSize(13);
        assertThat(list.getFirst())
                .containsEntry("code", "A-000001-GEN")
                .containsEntry("main", "A-000001")
                .containsEntry("mainName", "First")
                .containsEntry("tier", "GEN")
                .containsEntry("state", "ACTIVE")
                .containsEntry("parent", null)
                .containsEntry("policy", "standard")
                .containsEntry("base", "100000.00")
                .containsEntry("cash", "95000.00")
                .containsEntry("buffer", "5000.00")
                .containsEntry("taxReserve", "0.00")
                .containsEntry("allocatedContracts", "0.00")
                .containsEntry("allocatedShares", "0.00")
                .containsEntry("allocatedLeaps", "0.00")
                .containsEntry("securities", "0.00")
                .containsEntry("capital", "100000.00")
                .containsEntry("equity", "100000.00")
                .containsEntry("brokerage", Map.of("state", "confirmed", "reference", "U1"));
        assertThat(list.get(3)).containsEntry("parent", "A-000001-GEN");
    }

    @Test
    void an_empty_list_is_an_empty_array() {
        assertThat(array("account list --state ERROR")).isEmpty();
    }

    @Test
    void an_account_with_all_that_stands_behind_it() {
        Map<String, Object> third = object("account show A-000003-GEN");
        assertThat(third).containsEntry("netWorth", "100000.00").containsEntry("buffer", "8000.00");
        assertThat((List<?>) third.get("announcements")).hasSize(1);
        assertThat((List<?>) third.get("overrides")).isNotEmpty();
        assertThat((Map<?, ?>) third.get("lastEvent")).hasSize(13);
        out.getBuffer().setLength(0);
        assertThat(run("account show A-000004-GEN")).isZero();
        assertThat(out.toString())
                .contains("brokerage     requested, per-main")
                .contains("announced     1,000,000.00 in, open since 2026-01-05")
                .contains("last event    1 of 2026-01-05, initial-capitalization opening")
                .contains("  mapping")
                .containsPattern("CAPITAL +1,000,000.00");
    }

    @Test
    void a_main_account_with_its_accounts() {
        assertThat(run("account show A-000002")).isZero();
        assertThat(out.toString()).startsWith("""
                        A-000002  Second 50%  policy standard, per-account
                        base 1,000,000.00, net worth 1,000,000.00, surplus 0.00
                        """).hasLineCount(7);
    }

    @Test
    void the_tree_shows_forks_below_what_forked() {
        assertThat(run("account tree --limit 1")).isZero();
        assertThat(out.toString()).isEqualTo("""
                A-000001  First  standard  4 accounts in 2 generations
                ├─ A-000001-GEN  ACTIVE  100,000.00
                │  └─ A-000001-GEN-F1-COM  SAFE  0.00
                ├─ A-000001-REV  SAFE  150,000.00
                └─ A-000001-COM  SAFE  250,000.00
                """);
        assertThat(err.toString()).contains("--after A-000001");
        out.getBuffer().setLength(0);
        assertThat(run("account tree --limit 9 --after A-000003")).isZero();
        assertThat(out.toString()).startsWith("A-000004").hasLineCount(4);
        out.getBuffer().setLength(0);
        List<Map<String, Object>> tree = array("account tree");
        assertThat(tree).hasSize(4);
    }

    @Test
    void the_history_with_every_movement() {
        assertThat(run("account history A-000001-GEN")).isZero();
        assertThat(out.toString()).isEqualTo("""
                1  2026-01-05  initial-capitalization opening  OPENED  ACTIVE  base +100,000.00
                     CAPITAL → CASH  100,000.00  effective 2026-01-05
                     CASH → BUFFER  5,000.00  effective 2026-01-05
                     {"buffer":"5000","bufferRate":"5%","mainCapital":"500000","share":"20%"}
                """);
        out.getBuffer().setLength(0);
        List<Map<String, Object>> events = array("account history A-000001-GEN");
        assertThat(events).hasSize(1);
        assertThat(events.getFirst()).containsEntry("baseChange", "100000.00");
        out.getBuffer().setLength(0);
        assertThat(array("account history A-000001-GEN --after 1")).isEmpty();
    }
}
