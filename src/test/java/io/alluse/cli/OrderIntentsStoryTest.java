package io.alluse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.sweep.SweepDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
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
                name,capital,policy,gen_reference,rev_reference,com_reference
                One,500000,standard,RH:77,R:1,C:1
                Two,500000,constitution,G:2,R:2,C:2
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

    @Test
    void a_week_asks_a_statement_fills_and_the_next_week_asks_anew() throws IOException {
        assertThat(typed.run(run(FIRST))).as(typed::err).isZero();
        assertThat(intents()).isEqualTo("""
                A-000001-GEN 4.1 2026-01-09 CONTRACTS TSLA 1 8000.00 OPEN 0
                A-000001-GEN 4.2 2026-01-09 CONTRACTS NVDA 1 9000.00 OPEN 0""");
        assertThat(typed.err()).contains("2 order intents in 1 files in " + dir.resolve(FIRST));
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
        assertThat(typed.run("job explain order-intents --date " + SECOND + " --account A-000001-GEN"))
                .as(typed::err)
                .isZero();
        assertThat(typed.out()).contains("because, on the account").contains("4.2");
        assertThat(typed.run("intent show A-000001-GEN 4.2")).isZero();
        assertThat(typed.out()).contains("expired on 2026-01-16 by event 6");
    }
}
