package io.alluse.account;

import io.alluse.account.NewMainAccount.BrokerageRequest;
import io.alluse.account.NewMainAccount.Member;
import io.alluse.sql.CopyRows;
import io.alluse.sql.Session;
import io.alluse.sql.Sql;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * SQL that opens main accounts. Main and brokerage accounts are inserted, not copied: COPY refuses tables with row-level security.
 */
final class OpeningStore {

    private static final String INSERT_MAINS = Sql.of(OpeningStore.class, "insert-mains");
    private static final String INSERT_BROKERAGE = Sql.of(OpeningStore.class, "insert-brokerage");
    private static final String COPY_ACCOUNTS =
            "copy account_p%02d (id, code, tier, opened_on) from stdin (format binary)";

    private final Session session;

    OpeningStore(Session session) {
        this.session = session;
    }

    void insertMains(List<NewMainAccount> mains, long runId) {
        session.connected(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_MAINS)) {
                insert.setArray(
                        2, array(connection, "bigint", mains, main -> main.id().value()));
                insert.setArray(
                        3, array(connection, "bigint", mains, main -> main.id().number()));
                insert.setArray(4, array(connection, "text", mains, NewMainAccount::code));
                insert.setArray(5, array(connection, "text", mains, NewMainAccount::name));
                insert.setArray(6, array(connection, "text", mains, NewMainAccount::policy));
                insert.setArray(
                        7,
                        array(connection, "text", mains, main -> main.mapping().word()));
                insert.setArray(
                        8,
                        array(
                                connection,
                                "numeric",
                                mains,
                                main -> main.capital().amount()));
                insert.setArray(9, array(connection, "date", mains, NewMainAccount::openedOn));
                insert.setArray(10, array(connection, "text", mains, NewMainAccount::planContent));
                insert.setLong(1, runId);
                return insert.executeUpdate();
            }
        });
    }

    void copyAccounts(int partition, List<NewMainAccount> mains) {
        CopyRows rows = new CopyRows(4);
        for (NewMainAccount main : mains) {
            for (Member member : main.members()) {
                rows.row()
                        .put(member.id().value())
                        .put(member.code())
                        .put(member.tier().name())
                        .put(main.openedOn());
            }
        }
        session.copy(rows, COPY_ACCOUNTS.formatted(partition));
    }

    void insertBrokerage(List<NewMainAccount> mains) {
        List<Request> requests = new ArrayList<>(3 * mains.size());
        for (NewMainAccount main : mains) {
            main.brokerage().forEach(asked -> requests.add(new Request(main, asked)));
        }
        session.connected(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_BROKERAGE)) {
                insert.setArray(
                        1,
                        array(
                                connection,
                                "bigint",
                                requests,
                                request -> request.asked.serves().value()));
                insert.setArray(
                        2,
                        array(
                                connection,
                                "bigint",
                                requests,
                                request -> request.main.id().value()));
                insert.setArray(
                        3,
                        array(
                                connection,
                                "text",
                                requests,
                                request -> request.main.mapping().word()));
                insert.setArray(4, array(connection, "text", requests, request -> request.asked.reference()));
                insert.setArray(
                        5,
                        array(
                                connection,
                                "text",
                                requests,
                                request -> request.asked.state().word()));
                insert.setArray(6, array(connection, "date", requests, request -> request.main.openedOn()));
                return insert.executeUpdate();
            }
        });
    }

    private record Request(NewMainAccount main, BrokerageRequest asked) {}

    private static <T> Array array(
            Connection connection, String type, List<T> values, Function<T, @Nullable Object> part)
            throws SQLException {
        return connection.createArrayOf(type, values.stream().map(part).toArray());
    }
}
