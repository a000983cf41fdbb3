package io.alluse.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.alluse.account.AccountId;
import io.alluse.calendar.BusinessDay;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.TestDatabase;
import io.alluse.fault.Fault;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.EventKind;
import io.alluse.ledger.Ledger;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.money.Money;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import io.alluse.text.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Accounts in every partition; others post while their events are read, in the role of a reader. */
class EventExportTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 6);
    private static final int WRITERS = 6;
    private static final int TRANSACTIONS = 25;

    private static CapitalizedDatabase database;
    private static List<AccountId> accounts;

    @BeforeAll
    static void create() {
        database = CapitalizedDatabase.ofMains(AccountId.PARTITIONS);
        accounts = JdbcClient.create(database.test().owner())
                .sql("select id from account order by id")
                .query((row, no) -> new AccountId(row.getLong(1)))
                .list();
    }

    @AfterAll
    static void drop() {
        database.close();
    }

    private EventExport since(EventCursor cursor) {
        return EventExport.since(cursor, Session.of(database.test().reader()));
    }

    private static List<String> read(EventExport export, long most) {
        List<String> read = new ArrayList<>();
        export.run(most, event -> read.add(event.account() + " " + event.no()), () -> {});
        return read;
    }

    private List<String> stored() {
        return JdbcClient.create(database.test().owner())
                .sql("select a.code || ' ' || e.no from event e join account a on a.id = e.account_id")
                .query((row, no) -> row.getString(1))
                .list();
    }

    /** One event for each of some accounts of one partition, in a transaction of its own. */
    private void post(Session session, int partition, Random random) {
        Ledger ledger = new Ledger(session);
        List<AccountId> some = accounts.stream()
                .filter(one -> one.partition() == partition && random.nextInt(3) > 0)
                .toList();
        if (some.isEmpty()) {
            return;
        }
        Callable<Boolean> work = () -> {
            ledger.lock(partition);
            pause(random);
            ledger.append(
                    partition,
                    ledger.heads(some).stream().map(EventExportTest::premium).toList(),
                    null);
            pause(random);
            return true;
        };
        if (random.nextInt(5) == 0) {
            session.rehearsal(() -> called(work));
        } else {
            session.transaction(() -> called(work));
        }
    }

    private static boolean called(Callable<Boolean> work) {
        try {
            return work.call();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pause(Random random) {
        LockSupport.parkNanos(random.nextInt(4_000_000));
    }

    private static Posting premium(AccountHead head) {
        return new Posting(
                head.chain(),
                "test-premium",
                "n" + head.chain().lastNo(),
                BusinessDay.of(DAY),
                DAY,
                EventKind.POSTED,
                PolicyBook.shipped().policy("standard").hash(),
                Money.ZERO,
                List.of(Movement.of(LedgerAccount.PREMIUM, LedgerAccount.CASH, Money.of("1.00"), DAY)),
                List.of(),
                null,
                Json.canonical().put("said", "x"));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whoever_posts_meanwhile_every_event_is_read_once_and_in_the_order_of_its_account(long seed) throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        List<String> read = new ArrayList<>();
        try (var executor = Executors.newFixedThreadPool(WRITERS + 1)) {
            List<Future<?>> writers = new ArrayList<>();
            for (int w = 0; w < WRITERS; w++) {
                Random random = new Random(seed * 100 + w);
                Session session = Session.of(database.test().program());
                writers.add(executor.submit(() -> {
                    for (int i = 0; i < TRANSACTIONS; i++) {
                        post(session, random.nextInt(AccountId.PARTITIONS), random);
                    }
                }));
            }
            Future<?> reader = executor.submit(() -> {
                Random random = new Random(seed);
                EventCursor cursor = EventCursor.START;
                boolean last;
                do {
                    last = done.get();
                    EventExport export = since(EventCursor.parse(cursor.toString()));
                    read.addAll(read(export, last ? Long.MAX_VALUE : 1 + random.nextInt(40)));
                    cursor = export.cursor();
                } while (!last);
            });
            for (Future<?> writer : writers) {
                writer.get();
            }
            done.set(true);
            reader.get();
        }
        assertThat(read).hasSizeGreaterThan(WRITERS * TRANSACTIONS).containsExactlyInAnyOrderElementsOf(stored());
        Map<String, Integer> last = new HashMap<>();
        for (String event : read) {
            String[] words = event.split(" ");
            assertThat(Integer.parseInt(words[1])).as(event).isEqualTo(last.merge(words[0], 1, Integer::sum));
        }
    }

    @Test
    void an_event_is_told_in_full_and_exactly_as_it_was_hashed() {
        List<String> lines = new ArrayList<>();
        since(EventCursor.START).run(1, event -> lines.add(event.json().toString()), () -> {});
        JdbcClient owner = JdbcClient.create(database.test().owner());
        String hash = owner.sql("select encode(hash, 'hex') from event where serial = 1")
                .query(String.class)
                .single();
        String policy = owner.sql("select encode(policy_hash, 'hex') from event where serial = 1")
                .query(String.class)
                .single();
        String detail = owner.sql("select detail::text from event where serial = 1")
                .query(String.class)
                .single();
        assertThat(lines)
                .containsExactly(
                        "{\"version\":1,\"account\":\"A-000016-GEN\",\"no\":1,\"rule\":\"initial-capitalization\","
                                + "\"ref\":\"opening\",\"kind\":\"OPENED\",\"businessDate\":\"2026-01-05\","
                                + "\"effectiveDate\":\"2026-01-05\",\"baseChange\":\"100000.00\",\"state\":\"SAFE\",\"movements\":["
                                + "{\"from\":\"CAPITAL\",\"to\":\"CASH\",\"amount\":\"100000.00\",\"effectiveDate\":\"2026-01-05\","
                                + "\"transfer\":null,\"line\":null},"
                                + "{\"from\":\"CASH\",\"to\":\"BUFFER\",\"amount\":\"5000.00\",\"effectiveDate\":\"2026-01-05\","
                                + "\"transfer\":null,\"line\":null}],\"detail\":" + detail + ",\"policy\":\"" + policy
                                + "\",\"previousHash\":\"" + "0".repeat(64) + "\",\"hash\":\"" + hash
                                + "\",\"run\":1}");
    }

    @Test
    void a_cursor_of_a_ledger_that_was_restored_is_refused() {
        EventExport export = since(EventCursor.START);
        read(export, Long.MAX_VALUE);
        EventCursor before = export.cursor();
        Session session = Session.of(database.test().program());
        session.transaction(() -> {
            new Ledger(session).lock(accounts.getFirst().partition());
            new Ledger(session)
                    .append(
                            accounts.getFirst().partition(),
                            List.of(premium(new Ledger(session)
                                    .heads(List.of(accounts.getFirst()))
                                    .getFirst())),
                            null);
        });
        read(export, Long.MAX_VALUE);
        EventCursor after = export.cursor();
        assertThat(read(since(before), Long.MAX_VALUE)).hasSize(1).allMatch(event -> event.startsWith("A-000016-GEN "));
        assertThat(read(since(after), Long.MAX_VALUE)).isEmpty();
        try (TestDatabase other = TestDatabase.create()) {
            assertThatThrownBy(() -> EventExport.since(after, Session.of(other.reader())))
                    .isInstanceOf(Fault.class)
                    .hasMessageContaining("does not hold the events that the cursor stands at");
        }
    }

    @Test
    void a_person_is_given_the_events_of_what_they_may_see() throws Exception {
        JdbcClient superuser = JdbcClient.create(database.test().superuser());
        superuser.sql("create role bob login").update();
        superuser.sql("grant alluse_reader to bob").update();
        superuser
                .sql(
                        "insert into alluse.reader_access select 'bob', id from alluse.main_account where code = 'A-000002'")
                .update();
        try (var connection = database.test().superuser().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session authorization bob");
            Session bob = Session.of(new SingleConnectionDataSource(connection, true));
            assertThat(read(EventExport.since(EventCursor.START, bob), Long.MAX_VALUE))
                    .contains("A-000002-GEN 1", "A-000002-REV 1", "A-000002-COM 1")
                    .allMatch(event -> event.startsWith("A-000002-"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.0", "2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0-0000000000000000", "yesterday"})
    void what_no_export_has_printed_is_no_cursor(String text) {
        assertThatThrownBy(() -> EventCursor.parse(text)).hasMessageContaining("not a cursor");
        assertThat(EventCursor.parse(EventCursor.START + "\n")).isEqualTo(EventCursor.START);
    }
}
