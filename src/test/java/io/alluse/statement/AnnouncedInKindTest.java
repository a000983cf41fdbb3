package io.alluse.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Announcement;
import io.alluse.ledger.Announcement.Direction;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.text.Json;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Positions that move between accounts are announced on both sides; the broker's transfer lines settle them (docs/rules.md 4.2). */
class AnnouncedInKindTest {

    private static final String COM = "A-000001-COM";

    private StatementDesk desk;

    @BeforeEach
    void create() {
        desk = StatementDesk.ofMains(1);
        announce(StatementDesk.GEN, Direction.OUT);
        announce(COM, Direction.IN);
    }

    @AfterEach
    void drop() {
        desk.close();
    }

    /** As an event that moves positions announces it. */
    private void announce(String code, Direction direction) {
        AccountId account = new Accounts(desk.session()).account(code).id();
        Ledger ledger = new Ledger(desk.session());
        desk.session().transaction(() -> {
            AccountHead head = ledger.locked(account).orElseThrow();
            Announcement shares =
                    new Announcement.Instrument(direction, "AAPL", new BigDecimal("50"), StatementDesk.DAY.date());
            ledger.append(
                    account.partition(),
                    List.of(new Posting(
                            head.chain(),
                            "test-transfer",
                            "1",
                            StatementDesk.DAY,
                            StatementDesk.DAY.date(),
                            EventKind.POSTED,
                            PolicyBook.shipped().policy("standard").hash(),
                            Money.ZERO,
                            List.of(),
                            List.of(shares),
                            null,
                            Json.canonical())),
                    null);
        });
    }

    private StatementReport imported(String code, String line) {
        return desk.run(StatementDesk.robinhood(line), code, StatementDesk.DAY, false);
    }

    @Test
    void the_lines_of_both_sides_settle_it_and_nothing_is_posted_twice() {
        var before = desk.chains();
        assertThat(imported(StatementDesk.GEN, "2/27/2026 | AAPL | Apple | ACATO | 50S | | ")
                        .counts())
                .isEqualTo(new LineCounts(0, 0, 2, 0));
        assertThat(imported(COM, "2/27/2026 | AAPL | Apple | ACATI | 50 | | ").counts())
                .isEqualTo(new LineCounts(0, 0, 2, 0));
        assertThat(desk.rows("select reason from statement_verdict where line > 1 order by run_id"))
                .containsExactly(
                        "settles what event 2 of " + StatementDesk.GEN + " announced",
                        "settles what event 2 of " + COM + " announced");
        assertThat(desk.rows("select direction, state from announcement where instrument is not null order by 1"))
                .containsExactly("in settled", "out settled");
        assertThat(desk.chains()).isEqualTo(before);
        assertThat(desk.rows("select count(*) from lot")).containsExactly("0");
    }

    @Test
    void another_number_of_shares_is_a_transfer_of_its_own() {
        StatementReport report = imported(COM, "2/27/2026 | AAPL | Apple | ACATI | 49 | | ");
        assertThat(report.counts().posted()).isEqualTo(1);
        assertThat(desk.rows("select quantity from lot")).containsExactly("49");
        assertThat(desk.rows("select state from announcement where instrument is not null"))
                .containsExactly("open", "open");
    }
}
