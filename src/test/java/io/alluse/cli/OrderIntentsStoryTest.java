package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.sweep.SweepDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A GEN of 100,000 earns, allocates, asks for orders; a statement fills one of them, the other expires (docs/rules.md 5.6). */
class OrderIntentsStoryTest {

    private static final String FIRST = "2026-01-09";
    private static final String SECOND = "2026-01-16";

    @TempDir
    private Path dir;

    private CapitalizedDatabase capitalized;
    private SweepDesk desk;
    private Typed typed;

    @BeforeEach
    void earn() {
        capitalized = CapitalizedDatabase.of("""
                name,capital,policy,mapping,gen_reference,rev_reference,com_reference,main_reference
                One,500000,standard,,RH:77,R:1,C:1,
                Two,500000,constitution,per-main,,,,M:2
                """);
        desk = SweepDesk.on(capitalized);
        typed = Typed.on(capitalized);
        desk.tamper("""
                insert into price (symbol, date, close) values
                ('TSLA', '2026-01-08', 80), ('NVDA', '2026-01-08', 90), ('TSLA', '2026-01-15', 82), ('NVDA', '2026-01-15', 90)""");
        desk.earn("30000", LocalDate.parse(FIRST));
        assertThat(typed.run("job run weekly-reinvestment --date " + FIRST)).isZero();
    }

    @AfterEach
    void drop() {
        desk.close();
        capitalized.close();
    }

    private String run(String date) {
        return "job run order-intents --date " + date + " --out " + dir.resolve(date);
    }

    private List<String> files(String date) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve(date))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> dir.resolve(date).relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private String intents() {
        return desk.rows("""
                        select a.code, i.event_no || '.' || i.no, i.business_date, i.kind, i.symbol, i.quantity, i.budget, i.state,
                            i.filled
                        from order_intent i join account a on a.id = i.account_id order by i.account_id, i.event_no, i.no""").stream().collect(Collectors.joining("\n"));
    }

    /** A line of the broker: so many puts sold, the strike, the day as it writes it. */
    private void sold(int contracts, String symbol, int strike, String day) throws IOException {
        Path file = dir.resolve("statement.csv");
        Files.writeString(file, """
                "Activity Date","Process Date","Settle Date","Instrument","Description","Trans Code","Quantity","Price","Amount"
                "%1$s","%1$s","%1$s","%2$s","%2$s 3/20/2026 Put $%3$d.00","STO","%4$d","$2.00","$%5$d.00"
                """.formatted(day, symbol, strike, contracts, contracts * 200));
        assertThat(typed.run("statement import " + file + " --account A-000001-GEN --date 2026-01-16"))
                .as(typed::err)
                .isZero();
    }

    private String explained(String date) {
        long run = desk.number("select id from run where job = 'order-intents' and business_date = '" + date + "'");
        assertThat(typed.run("job explain " + run + " A-000001-GEN"))
                .as(typed::err)
                .isZero();
        return typed.out();
    }

    @Test
    void a_week_asks_a_statement_fills_and_the_next_week_asks_anew() throws IOException {
        assertThat(typed.run(run(FIRST))).as(typed::err).isZero();
        assertThat(intents()).isEqualTo("""
                A-000001-GEN 4.1 2026-01-09 CONTRACTS TSLA 1 8000.00 OPEN 0
                A-000001-GEN 4.2 2026-01-09 CONTRACTS NVDA 1 9000.00 OPEN 0""");
        assertThat(typed.err()).contains("2 order intents in 1 file in " + dir.resolve(FIRST));
        assertThat(files(FIRST)).containsExactly("A-000/A-000001-GEN.csv", "SHA256SUMS", "manifest.json");
        assertThat(dir.resolve(FIRST + "/A-000/A-000001-GEN.csv")).hasContent("""
                account,event,no,kind,order,symbol,quantity,budget,price,price_date,delta_from,delta_to,expiry_from,expiry_to,valid_from,valid_until
                A-000001-GEN,4,1,CONTRACTS,SELL PUT,TSLA,1,8000.00,80,2026-01-08,0.40,0.50,,,2026-01-15,2026-01-15
                A-000001-GEN,4,2,CONTRACTS,SELL PUT,NVDA,1,9000.00,90,2026-01-08,0.40,0.50,,,2026-01-15,2026-01-15
                """);

        sold(1, "TSLA", 75, "1/15/2026");
        assertThat(typed.run("intent show A-000001-GEN 4.1")).isZero();
        assertThat(typed.out()).contains("filled   1\n         1 on 2026-01-15 by line ");

        assertThat(typed.run(run(SECOND))).as(typed::err).isZero();
        assertThat(intents()).isEqualTo("""
                A-000001-GEN 4.1 2026-01-09 CONTRACTS TSLA 1 8000.00 FILLED 1
                A-000001-GEN 4.2 2026-01-09 CONTRACTS NVDA 1 9000.00 EXPIRED 0
                A-000001-GEN 6.1 2026-01-16 CONTRACTS TSLA 1 8200.00 OPEN 0""");
        assertThat(explained(SECOND)).contains("""
                  because, on the account as it stood after event 5:
                    intent 4.2, sell 1 NVDA puts, delta 40-50, ended on 2026-01-15, not filled: expired
                    budget of contracts: 13,500.00
                      1. sell 1 TSLA puts, delta 40-50 at 82 of 2026-01-15: 8,200.00, 2026-01-22 to 2026-01-22
                """);
        assertThat(typed.run("intent show A-000001-GEN 4.2")).isZero();
        assertThat(typed.out()).contains("expired on 2026-01-16 by event 6");
    }

    @Test
    void files_are_the_same_bytes_whenever_they_are_written_and_the_manifest_tells_them() throws IOException {
        assertThat(typed.run(run(FIRST))).isZero();
        Path again = dir.resolve("again");
        assertThat(typed.run("intent cancel A-000001-GEN 4.2 --reason no --date 2026-01-12"))
                .isZero();
        assertThat(typed.run("intent export --date " + FIRST + " --out " + again))
                .isZero();
        assertThat(typed.out()).isEqualTo("2 order intents in 1 file in " + again + "\n");
        for (String file : files(FIRST)) {
            assertThat(again.resolve(file))
                    .hasSameBinaryContentAs(dir.resolve(FIRST).resolve(file));
        }
        byte[] csv = Files.readAllBytes(again.resolve("A-000/A-000001-GEN.csv"));
        assertThat(again.resolve("manifest.json")).hasContent("""
                {"schema":"alluse.order-intents/1","date":"2026-01-09","files":1,"intents":2,\
                "kinds":{"CONTRACTS":{"intents":2,"quantity":"2","budget":"17000.00"}},"sha256":"%1$s"}
                """.formatted(sha256(csv)));
        assertThat(again.resolve("SHA256SUMS")).hasContent(sha256(csv) + "  A-000/A-000001-GEN.csv\n");

        FileTime first = Files.getLastModifiedTime(again.resolve("A-000/A-000001-GEN.csv"));
        Files.writeString(again.resolve("manifest.json"), "{\"date\":\"2026-01-09\"}");
        assertThat(typed.run("intent export --quiet --date " + FIRST + " --out " + again))
                .isZero();
        assertThat(Files.getLastModifiedTime(again.resolve("A-000/A-000001-GEN.csv")))
                .isEqualTo(first);
        assertThat(again.resolve("manifest.json")).hasSameBinaryContentAs(dir.resolve(FIRST + "/manifest.json"));
        assertThat(files("again")).isEqualTo(files(FIRST));
        Files.writeString(again.resolve("manifest.json"), "{\"date\":\"2026-01-02\"}");
        assertThat(typed.run("intent export --date " + FIRST + " --out " + again))
                .isEqualTo(6);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void the_same_date_again_makes_no_second_set_and_a_broken_one_is_made_whole() {
        desk.tamper("alter table order_intent_p01 add constraint broken check (account_id <> 0 and symbol <> 'NVDA')");
        assertThat(typed.run(run(FIRST))).as("the account is set aside").isEqualTo(3);
        assertThat(intents()).isEmpty();
        desk.tamper("alter table order_intent_p01 drop constraint broken");
        assertThat(typed.run("job relaunch order-intents --date " + FIRST)).isZero();
        assertThat(intents().lines()).hasSize(2);
        assertThat(typed.run(run(FIRST))).isEqualTo(6);
        assertThat(typed.run("job relaunch order-intents --date " + FIRST)).isEqualTo(6);
        assertThat(intents().lines()).hasSize(2);
        String other = "2026-01-12";
        assertThat(typed.run(run(other))).isZero();
        assertThat(intents().lines()).as("all of it is asked for already").hasSize(2);
        desk.tamper("delete from price");
        assertThat(typed.run("intent cancel A-000001-GEN 4.1 --reason no --date 2026-01-13"))
                .isZero();
        assertThat(typed.run(run("2026-01-13"))).isZero();
        assertThat(desk.rows("select outcome, reason from account_outcome where outcome = 'WAITING'"))
                .containsExactly("WAITING no price to go by for any of its symbols");
    }

    @Test
    void one_is_called_back_once_and_the_audit_says_who_and_why() {
        assertThat(typed.run(run(FIRST))).isZero();
        assertThat(typed.run("intent cancel A-000001-GEN 4.1 --reason earnings --date 2026-01-12"))
                .isZero();
        assertThat(typed.out())
                .startsWith("intent 4.1 of A-000001-GEN, sell 1 TSLA puts, delta 40-50: cancelled on 2026-01-12 by ");
        assertThat(typed.run("intent cancel A-000001-GEN 4.1 --reason again")).isEqualTo(6);
        assertThat(typed.err()).contains("intent 4.1 of A-000001-GEN is not open any more: cancelled on 2026-01-12");
        assertThat(desk.rows("""
                select e.subject, e.action, e.detail, a.reason from audit a join audit_entry e on e.audit_id = a.id
                where e.action like 'intent%'"""))
                .containsExactly("A-000001-GEN intent cancelled intent 4.1: sell 1 TSLA puts, delta 40-50 earnings");
        assertThat(typed.run("intent list")).isZero();
        assertThat(typed.out()).isEqualTo("""
                ACCOUNT       INTENT  MADE ON     ORDER                           BUDGET  FROM        UNTIL       FILLED  STATE
                A-000001-GEN  4.2     2026-01-09  sell 1 NVDA puts, delta 40-50  9000.00  2026-01-15  2026-01-15       0  open
                """);
        assertThat(typed.run("intent list --main A-000001 --state all --quiet")).isZero();
        assertThat(typed.out()).isEqualTo("A-000001-GEN 4.1\nA-000001-GEN 4.2\n");
        assertThat(typed.run("intent list --state cancelled --json")).isZero();
        assertThat(typed.out()).contains("\"intent\":\"4.1\"").contains("\"state\":\"cancelled\"");
        assertThat(typed.run("job run order-intents --date 2026-01-12 --out " + dir.resolve("x")))
                .isZero();
        assertThat(intents()).as("its budget is free again").contains("5.1 2026-01-12 CONTRACTS TSLA 1 8000.00 OPEN");
    }

    @Test
    void two_policies_in_one_run_ask_for_what_each_allocates_and_a_shared_brokerage_account_has_one_file()
            throws IOException {
        desk.tamper("insert into price (symbol, date, close) select s, '2026-03-30', 100"
                + " from unnest(array['AAPL', 'MSFT', 'AMZN', 'GOOG', 'GOOGL', 'NVDA', 'TSLA', 'META']) s");
        desk.earn("90000", LocalDate.parse("2026-03-31"));
        assertThat(typed.run("job run quarterly-allocation --date 2026-03-31")).isZero();
        assertThat(typed.run(run("2026-03-31"))).as(typed::err).isZero();
        assertThat(desk.rows("""
                select distinct a.code, i.kind from order_intent i join account a on a.id = i.account_id
                where a.tier = 'COM' order by 1, 2"""))
                .containsExactly(
                        "A-000001-COM LEAPS", "A-000001-COM SHARES", "A-000002-COM CONTRACTS", "A-000002-COM LEAPS");
        assertThat(files("2026-03-31"))
                .startsWith("A-000/A-000001-COM.csv")
                .contains("A-000/A-000001-REV.csv", "A-000/A-000002.csv")
                .doesNotContain("A-000/A-000002-COM.csv");
        assertThat(dir.resolve("2026-03-31/A-000/A-000002.csv"))
                .content()
                .contains("\nA-000002-REV,")
                .contains("\nA-000002-COM,");
    }
}
