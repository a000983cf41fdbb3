package io.alluse.ledger;

import io.alluse.account.AccountId;
import io.alluse.account.Accounts;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.database.TestDatabase;
import io.alluse.sql.Session;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Posts to the accounts of a capitalized database, the way jobs do. */
final class LedgerFixture implements AutoCloseable {

    private final CapitalizedDatabase capitalized;
    private final Session session;
    private final Ledger ledger;

    private LedgerFixture(CapitalizedDatabase capitalized) {
        this.capitalized = capitalized;
        this.session = capitalized.session();
        this.ledger = new Ledger(session);
    }

    static LedgerFixture ofMains(int mains) {
        return new LedgerFixture(CapitalizedDatabase.ofMains(mains));
    }

    TestDatabase test() {
        return capitalized.test();
    }

    Session session() {
        return session;
    }

    Ledger ledger() {
        return ledger;
    }

    String openingDigest() {
        return String.valueOf(capitalized.report().run().digest());
    }

    AccountId id(String code) {
        return new Accounts(session).account(code).id();
    }

    AccountHead head(String code) {
        return session.transaction(() -> ledger.locked(id(code)).orElseThrow());
    }

    /** Locks, looks where the chain ends and posts there, in one transaction. */
    PostingResult post(String code, Function<ChainHead, Posting> posting) {
        return post(code, posting, null);
    }

    PostingResult post(String code, Function<ChainHead, Posting> posting, @Nullable Long runId) {
        AccountId id = id(code);
        return session.transaction(
                () -> ledger.post(posting.apply(ledger.locked(id).orElseThrow().chain()), runId));
    }

    void transfer(String from, String to, String amount, String id) {
        session.transaction(() -> {
            post(from, after -> Postings.posting(after, id, "-" + amount, null, Postings.paid(amount, id)));
            post(to, after -> Postings.posting(after, id, amount, null, Postings.received(amount, id)));
        });
    }

    /** A run that posts one event and prints its digest. */
    RunDigest run(String code, Function<ChainHead, Posting> posting) {
        AccountId id = id(code);
        JdbcClient client = session.client();
        return session.transaction(() -> {
            long run = client.sql("""
                            insert into run (job, business_date, started_at, outcome) values ('test', :day, :at, 'COMPLETED')
                            returning id""")
                    .param("day", Postings.DAY)
                    .param("at", Timestamp.from(CapitalizedDatabase.CLOCK.instant()))
                    .query(Long.class)
                    .single();
            ChainHead after = ledger.locked(id).orElseThrow().chain();
            RunDigest digest = ledger.append(id.partition(), List.of(posting.apply(after)), run);
            client.sql("update run set digest = :digest where id = :run")
                    .param("digest", digest.toString())
                    .param("run", run)
                    .update();
            return digest;
        });
    }

    VerifyReport verify() {
        return new LedgerVerification(test().program()).verify(LedgerVerification.Scope.ALL, done -> {});
    }

    @Override
    public void close() {
        capitalized.close();
    }
}
