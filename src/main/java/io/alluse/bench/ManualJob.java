package io.alluse.bench;

import io.alluse.account.AccountId;
import io.alluse.account.AccountState;
import io.alluse.calendar.BusinessDay;
import io.alluse.ledger.AccountHead;
import io.alluse.ledger.Balances;
import io.alluse.ledger.ChainHead;
import io.alluse.ledger.EventHash;
import io.alluse.ledger.LedgerAccount;
import io.alluse.ledger.Marks;
import io.alluse.ledger.Movement;
import io.alluse.ledger.Posting;
import io.alluse.ledger.YearResult;
import io.alluse.money.Money;
import io.alluse.policy.Policy;
import io.alluse.tax.TaxAndBuffer;
import io.alluse.tax.TaxDecision.Settle;
import io.alluse.tax.TaxYear;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.infrastructure.item.support.CompositeItemWriter;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same sweep as a user of Spring Batch would write it from the reference manual: an item is an account, chunks of 100, a paging
 * reader, batch writers. The rule and the rows are ours.
 */
final class ManualJob {

    private static final int CHUNK = 100;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final DataSource source;
    private final Policy policy;

    ManualJob(JobRepository repository, PlatformTransactionManager transactions, DataSource source, Policy policy) {
        this.repository = repository;
        this.transactions = transactions;
        this.source = source;
        this.policy = policy;
    }

    /** An account with its result of the year. */
    record Item(AccountHead head, YearResult year) {}

    /** What is to be written of it. */
    record Result(Posting posting, EventHash hash, AccountHead before) {}

    /** Whether it came to its end. */
    boolean run(JobOperator operator, BusinessDay date) {
        try {
            return operator.start(job(date), new JobParameters()).getStatus() == BatchStatus.COMPLETED;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Job job(BusinessDay date) throws Exception {
        PeerStore store = new PeerStore(source, date);
        return new JobBuilder("manual", repository)
                .start(new StepBuilder("sweep", repository)
                        .<Item, Result>chunk(CHUNK)
                        .transactionManager(transactions)
                        .reader(store.reader())
                        .processor(item -> result(item, date))
                        .writer(store.writer())
                        .build())
                .build();
    }

    private @Nullable Result result(Item item, BusinessDay date) {
        List<TaxYear> years = List.of(new TaxYear(item.year(), policy.tax()));
        if (!(TaxAndBuffer.decide(item.head(), policy, years, date) instanceof Settle settle)) {
            return null;
        }
        Posting posting = TaxAndBuffer.posting(settle, item.head(), policy, date);
        return new Result(posting, posting.hash(), item.head());
    }

    /** Readers and writers, configured as the manual shows. */
    private static final class PeerStore {

        private final DataSource source;
        private final BusinessDay date;

        PeerStore(DataSource source, BusinessDay date) {
            this.source = source;
            this.date = date;
        }

        ItemStreamReader<Item> reader() throws Exception {
            return new JdbcPagingItemReaderBuilder<Item>()
                    .name("accounts")
                    .dataSource(source)
                    .selectClause("select *")
                    .fromClause("(select h.*, a.code, y.short, y.long, y.dividends as year_dividends"
                            + " from account_head h join account a on a.id = h.account_id"
                            + " join year_result y on y.account_id = h.account_id and y.year = "
                            + date.date().getYear() + ") accounts")
                    .sortKeys(Map.of("account_id", Order.ASCENDING))
                    .pageSize(CHUNK)
                    .rowMapper(item(date.date().getYear()))
                    .build();
        }

        private static RowMapper<Item> item(int year) {
            return (row, no) -> new Item(
                    head(row),
                    new YearResult(year, money(row, "short"), money(row, "long"), money(row, "year_dividends")));
        }

        private static AccountHead head(ResultSet row) throws SQLException {
            List<Money> balances = new ArrayList<>();
            for (LedgerAccount account : LedgerAccount.values()) {
                balances.add(money(row, account.column()));
            }
            return new AccountHead(
                    new ChainHead(
                            new AccountId(row.getLong("account_id")),
                            row.getString("code"),
                            row.getInt("last_no"),
                            EventHash.of(row.getBytes("last_hash"))),
                    AccountState.valueOf(row.getString("state")),
                    money(row, "base"),
                    Balances.of(balances),
                    row.getInt("settled_no"),
                    row.getLong("settled_policy"),
                    Marks.NONE,
                    money(row, "bound"));
        }

        private static Money money(ResultSet row, String column) throws SQLException {
            return Money.of(row.getBigDecimal(column));
        }

        ItemWriter<Result> writer() {
            return new CompositeItemWriter<>(List.of(
                    written("""
                            insert into event (account_id, no, rule, ref, business_date, effective_date, kind, policy_hash,
                                base_change, detail, prev_hash, hash, run_id)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as json), ?, ?, 1)""", PeerStore::event),
                    written(MOVEMENT, (result, row) -> movement(result, 1, row)),
                    written(MOVEMENT, (result, row) -> movement(result, 2, row)),
                    written(MOVEMENT, (result, row) -> movement(result, 3, row)),
                    written("""
                            update account_head set last_no = ?, last_hash = ?, settled_no = ?, settled_policy = ?, cash = ?,
                                buffer = ?, tax_reserve = ?, tax_payable = ?, taxes = ?
                            where account_id = ? and last_no = ?""", PeerStore::newHead)));
        }

        private static final String MOVEMENT = """
                insert into movement (account_id, event_no, seq, from_account, to_account, amount, effective_date)
                values (?, ?, ?, ?, ?, ?, ?)""";

        private interface Setter {
            void set(Result result, PreparedStatement row) throws SQLException;
        }

        private ItemWriter<Result> written(String sql, Setter setter) {
            return new JdbcBatchItemWriterBuilder<Result>()
                    .dataSource(source)
                    .sql(sql)
                    .itemPreparedStatementSetter(setter::set)
                    .build();
        }

        private static void event(Result result, PreparedStatement row) throws SQLException {
            Posting posting = result.posting();
            row.setLong(1, posting.after().account().value());
            row.setInt(2, posting.after().lastNo() + 1);
            row.setString(3, posting.rule());
            row.setString(4, posting.ref());
            row.setObject(5, posting.date().date());
            row.setObject(6, posting.effective());
            row.setString(7, posting.kind().name());
            row.setBytes(8, posting.policy().bytes());
            row.setBigDecimal(9, posting.baseChange().amount());
            row.setString(10, posting.detail().toString());
            row.setBytes(11, posting.after().lastHash().bytes());
            row.setBytes(12, result.hash().bytes());
        }

        private static void movement(Result result, int seq, PreparedStatement row) throws SQLException {
            Movement movement = result.posting().movements().get(seq - 1);
            row.setLong(1, result.posting().after().account().value());
            row.setInt(2, result.posting().after().lastNo() + 1);
            row.setInt(3, seq);
            row.setString(4, movement.from().name());
            row.setString(5, movement.to().name());
            row.setBigDecimal(6, movement.amount().amount());
            row.setObject(7, movement.effective());
        }

        private static void newHead(Result result, PreparedStatement row) throws SQLException {
            Balances after = result.before().balances().after(result.posting().movements());
            int no = result.posting().after().lastNo() + 1;
            row.setInt(1, no);
            row.setBytes(2, result.hash().bytes());
            row.setInt(3, no);
            row.setLong(4, result.posting().policy().prefix());
            row.setBigDecimal(5, after.of(LedgerAccount.CASH).amount());
            row.setBigDecimal(6, after.of(LedgerAccount.BUFFER).amount());
            row.setBigDecimal(7, after.of(LedgerAccount.TAX_RESERVE).amount());
            row.setBigDecimal(8, after.of(LedgerAccount.TAX_PAYABLE).amount());
            row.setBigDecimal(9, after.of(LedgerAccount.TAXES).amount());
            row.setLong(10, result.posting().after().account().value());
            row.setInt(11, no - 1);
        }
    }
}
