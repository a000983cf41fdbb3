package io.alluse.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.alluse.account.Accounts;
import io.alluse.account.PoliciesInForce;
import io.alluse.account.PolicyRecord;
import io.alluse.audit.Act;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.fault.Fault;
import io.alluse.policy.Policy;
import io.alluse.policy.PolicyBook;
import io.alluse.policy.PolicyHash;
import io.alluse.policy.Tier;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final LocalDate OPENED = CapitalizedDatabase.OPENING_DAY.date();
    private static final LocalDate LATER = LocalDate.of(2026, 4, 1);

    private static Acts acts;

    @BeforeAll
    static void capitalize() {
        acts = Acts.on(CapitalizedDatabase.of("""
                name,capital,overlays,split
                One,500000,,
                Two,500000,conservative,30/30/40
                Three,500000,,
                Four,500000,,
                Five,500000,,
                Six,500000,,
                Seven,500000,,
                Eight,500000,,
                """));
    }

    @AfterAll
    static void drop() {
        acts.close();
    }

    private static PolicyWishes wishes(String words) {
        List<String> given = Arrays.asList(words.split(" "));
        return new PolicyWishes(
                after(given, "overlay"),
                after(given, "split").stream().findFirst().orElse(null),
                after(given, "symbols"),
                after(given, "set"));
    }

    private static List<String> after(List<String> words, String option) {
        return words.stream()
                .filter(word -> word.startsWith(option + ":"))
                .map(word -> word.substring(option.length() + 1))
                .toList();
    }

    private static ConfigureOrder order(String code, String words, LocalDate effective) {
        return new ConfigureOrder(code, wishes(words), effective, Acts.ACT);
    }

    private ConfigurePreview configure(String code, String words, LocalDate effective) {
        ConfigureOrder order = order(code, words, effective);
        return acts.configuration()
                .apply(order, acts.configuration().preview(order).before());
    }

    private Policy inForce(String code, LocalDate on) {
        return acts.configuration().inForce(code, on).policy();
    }

    @Test
    void what_the_plan_chose_is_what_is_in_force() {
        for (String code : List.of("A-000001-GEN", "A-000002-GEN", "A-000002-COM")) {
            Policy policy = inForce(code, OPENED);
            assertThat(acts.ask("select encode(e.policy_hash, 'hex') from event e join account a on a.id = e.account_id"
                            + " where e.no = 1 and a.code = '" + code + "'"))
                    .isEqualTo(policy.hash().toString());
        }
        assertThat(inForce("A-000002", OPENED).split()).hasToString("30/30/40");
        assertThat(acts.configuration().inForce("A-000002", OPENED).overrides()).hasSize(16);
    }

    @Test
    void a_change_is_kept_from_its_date_on_and_is_an_event_of_each_account() {
        ConfigurePreview done = configure("A-000003", "split:25/25/50", LATER);
        assertThat(inForce("A-000003-GEN", LATER.minusDays(1)).split()).hasToString("20/30/50");
        assertThat(inForce("A-000003-GEN", LATER).split()).hasToString("25/25/50");
        assertThat(done.accounts()).containsExactly("A-000003-GEN", "A-000003-REV", "A-000003-COM");
        assertThat(acts.lastEvent("A-000003-COM"))
                .isEqualTo(
                        "2 account-configure 2 CONFIGURED 2026-01-05 2026-04-01 -"
                                + " {\"changes\":{\"tiers.GEN.split\":{\"from\":\"20\",\"to\":\"25\"},"
                                + "\"tiers.REV.split\":{\"from\":\"30\",\"to\":\"25\"}},\"reason\":\"because\",\"who\":\"ann\"}");
        assertThat(acts.lastAudit())
                .isEqualTo("ann because A-000003 configured tiers.GEN.split: 20 to 25; tiers.REV.split: 30 to 25");
        assertThat(acts.ask("select effective_on, key, value, source from account_override o join main_account m"
                        + " on m.id = o.subject_id where m.code = 'A-000003' order by o.id"))
                .isEqualTo("""
                        2026-04-01 tiers.GEN.split 25 configure
                        2026-04-01 tiers.REV.split 25 configure
                        2026-04-01 tiers.COM.split 50 configure""");
        assertThat(new PolicyRecord(acts.session()).byHash(done.after()).split())
                .hasToString("25/25/50");
    }

    @Test
    void the_preview_names_limits_and_transfers_and_changes_nothing() {
        long before = acts.events();
        ConfigurePreview preview = acts.configuration()
                .preview(order(
                        "A-000001", "split:25/25/50 symbols:GEN=TSLA,AMD set:tiers.GEN.positions.share=10", OPENED));
        assertThat(preview.transfers().transfers().toString())
                .isEqualTo("[Transfer[from=A-000001-REV, to=A-000001-GEN, amount=25000.00]]");
        assertThat(preview.limits().stream()
                        .filter(limit -> limit.code().endsWith("GEN"))
                        .map(limit -> limit.symbol() + " " + limit.before() + " " + limit.after())
                        .collect(Collectors.joining(", ")))
                .isEqualTo("TSLA 20000.00 10000.00, NVDA 20000.00 null, AMD null 10000.00");
        assertThat(acts.events()).isEqualTo(before);
        assertThat(acts.configuration().inForce("A-000001", OPENED).overrides()).isEmpty();
    }

    @Test
    void an_account_has_its_own_on_top_of_its_main_accounts() {
        configure("A-000004-GEN", "overlay:aggressive set:buffer=7", OPENED);
        assertThat(acts.lastEvent("A-000004-REV")).startsWith("1 ");
        ConfigurePreview hidden = configure("A-000004", "set:buffer=9", LATER);
        assertThat(hidden.accounts()).containsExactly("A-000004-GEN", "A-000004-REV", "A-000004-COM");
        assertThat(acts.lastEvent("A-000004-GEN"))
                .startsWith("3 account-configure 3")
                .contains("{\"changes\":{},");
        configure("A-000004", "set:tax.short=25", LATER);
        Policy gen = inForce("A-000004-GEN", LATER);
        assertThat(gen.buffer()).hasToString("7%");
        assertThat(gen.tax().shortTerm()).hasToString("25%");
        assertThat(gen.tier(Tier.GEN).positions().max()).isEqualTo(8);
        assertThat(gen.tier(Tier.REV).positions().max()).isEqualTo(20);
        assertThat(inForce("A-000004-REV", LATER).buffer()).hasToString("9%");
    }

    @Test
    void a_page_of_accounts_gets_its_policies_at_once() {
        configure("A-000005-GEN", "set:buffer=7", OPENED);
        Accounts accounts = new Accounts(acts.session());
        var page = accounts.ofMain("A-000005").stream()
                .map(account -> account.id())
                .toList();
        PoliciesInForce policies = new PoliciesInForce(acts.session(), PolicyBook.shipped());
        var found = policies.of(page, OPENED);
        assertThat(page.stream()
                        .map(id ->
                                Objects.requireNonNull(found.get(id)).buffer().toString()))
                .containsExactly("7%", "5%", "5%");
        assertThat(found.get(page.get(1))).isSameAs(found.get(page.get(2)));
        assertThat(policies.of(page, OPENED.minusDays(1)).get(page.get(0)))
                .isEqualTo(PolicyBook.shipped().policy("standard"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
             CODE         | WORDS                       | EFFECTIVE  | EXIT | LINE
             A-000001     | split:25/25/40              | 2026-01-05 | 2    | override: tiers.GEN.split: must add up with tiers.REV.split and tiers.COM.split to 100, adds up to 90 (found 25)
             A-000001     | split:25-25-50              | 2026-01-05 | 2    | --split 25-25-50: is not GEN/REV/COM in percent such as 20/30/50
             A-000001     | symbols:XYZ=TSLA            | 2026-01-05 | 2    | --symbols XYZ=TSLA: is not a tier and its symbols such as GEN=TSLA,NVDA
             A-000001     | set:buffer                  | 2026-01-05 | 2    | --set buffer: is not a key and its value such as buffer=8
             A-000001     | set:bufer=8                 | 2026-01-05 | 2    | override: bufer: unknown key, did you mean `buffer`?
             A-000001     | set:buffer=105              | 2026-01-05 | 2    | override: buffer: must be a percentage from 0 to 99.9999, below 100 (found 105)
             A-000001     | set:mapping=per-main        | 2026-01-05 | 2    | mapping is fixed when a main account is opened and cannot be configured
             A-000001     | set:positionCap=30          | 2026-01-05 | 2    | override: positionCap: belongs to the policy and cannot be overridden (found 30)
             A-000001     | overlay:agressive           | 2026-01-05 | 5    | unknown overlay `agressive`, did you mean `aggressive`?; there are: aggressive, balanced, compound-focused, conservative, growth-focused, income-focused, moderate
             A-000001     | overlay:balanced            | 2026-01-05 | 6    | the policy of A-000001 from 2026-01-05 on is already so; nothing was changed
             A-000001     | set:buffer=5                | 2026-01-05 | 6    | the policy of A-000001 from 2026-01-05 on is already so; nothing was changed
             A-000001     | set:buffer=8                | 2026-01-04 | 2    | --effective 2026-01-04 is before A-000001-GEN was opened (2026-01-05)
             A-000001-GEN | split:25/25/50              | 2026-01-05 | 2    | a split belongs to the main account: alluse account configure A-000001
             A-000001-GEN | overlay:growth-focused      | 2026-01-05 | 2    | a split belongs to the main account: alluse account configure A-000001
             A-000001-GEN | symbols:REV=TSLA            | 2026-01-05 | 2    | tiers.REV.symbols does not concern an account of tier GEN
             A-000009     | set:buffer=8                | 2026-01-05 | 5    | no account A-000009; see `alluse account list`
            """, useHeadersInDisplayName = true)
    void what_stands_against_it_is_one_line(String code, String words, LocalDate effective, int exit, String line) {
        long before = acts.events();
        Fault fault = catchThrowableOfType(Fault.class, () -> configure(code, words, effective));
        assertThat(fault).hasMessage(line);
        assertThat(fault.exit().code()).isEqualTo(exit);
        assertThat(acts.events()).isEqualTo(before);
    }

    @Test
    void a_change_never_lies_below_one_that_is_kept() {
        configure("A-000006", "set:buffer=8", LATER);
        assertThat(catchThrowableOfType(Fault.class, () -> configure("A-000006", "set:buffer=9", LATER.minusDays(1))))
                .hasMessage(
                        "A-000006 has overrides from 2026-04-01 on, which a change from 2026-03-31 on would lie below:"
                                + " give --effective 2026-04-01 or later");
        configure("A-000006", "set:buffer=9", LATER);
        assertThat(inForce("A-000006", LATER).buffer()).hasToString("9%");
    }

    @Test
    void a_change_must_fit_what_is_scheduled_for_an_account() {
        configure("A-000007-GEN", "set:performance.alerts.daily=14", LATER);
        assertThat(inForce("A-000007-GEN", LATER).values()).containsEntry("performance.alerts.daily", "14");
        configure("A-000007", "set:leaps.delta=30-40", OPENED);
        assertThat(inForce("A-000007-GEN", LATER).values()).containsEntry("leaps.delta", "30-40");
    }

    @Test
    void a_policy_that_changed_since_it_was_shown_is_not_changed_again() {
        ConfigureOrder order = order("A-000008", "set:buffer=8", OPENED);
        PolicyHash shown = acts.configuration().preview(order).before();
        configure("A-000008", "set:tax.short=25", OPENED);
        assertThat(catchThrowableOfType(Fault.class, () -> acts.configuration().apply(order, shown)))
                .hasMessage("A-000008 was configured by someone else in the meantime; look again with --preview");
    }

    @Test
    void a_date_in_the_past_is_warned_about() {
        Act later = new Act("ann", "because", io.alluse.calendar.BusinessDay.parse("2026-02-02"));
        ConfigureOrder order = new ConfigureOrder("A-000001", wishes("set:buffer=8"), OPENED, later);
        assertThat(acts.configuration().preview(order).warnings())
                .containsExactly("in force from 2026-01-05, before the business date 2026-02-02:"
                        + " what has been decided since then is not decided again");
    }
}
