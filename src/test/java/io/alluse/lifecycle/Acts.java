package io.alluse.lifecycle;

import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.audit.AuditContext;
import io.alluse.cli.CapitalizedDatabase;
import io.alluse.policy.PolicyBook;
import io.alluse.sql.Session;
import java.util.List;
import javax.sql.DataSource;

/** What a person needs to act on a capitalized database, and short looks at what came of it. */
final class Acts implements AutoCloseable {

    static final Act ACT = new Act("ann", "because", CapitalizedDatabase.OPENING_DAY);

    private final CapitalizedDatabase capitalized;
    private final DataSource source;
    private final Session session;

    private Acts(CapitalizedDatabase capitalized) {
        this.capitalized = capitalized;
        this.source = capitalized.test().program();
        this.session = Session.of(source);
    }

    static Acts on(CapitalizedDatabase capitalized) {
        return new Acts(capitalized);
    }

    CapitalizedDatabase capitalized() {
        return capitalized;
    }

    Session session() {
        return session;
    }

    private Audit audit() {
        AuditContext context = new AuditContext("ann", "node-1", null, "alluse account", CapitalizedDatabase.CLOCK);
        return Audit.of(source, context);
    }

    StateChanges states() {
        return new StateChanges(session, PolicyBook.shipped(), audit());
    }

    BrokerageMapping mapping() {
        return new BrokerageMapping(session, PolicyBook.shipped(), audit());
    }

    Configuration configuration() {
        return new Configuration(session, PolicyBook.shipped(), audit());
    }

    /** What a query says, a line per row, columns by a space; null is a dash. */
    String ask(String sql) {
        List<String> rows = session.client()
                .sql(sql)
                .query((row, no) -> {
                    StringBuilder line = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        String text = row.getString(i);
                        line.append(i == 1 ? "" : " ").append(text == null ? "-" : text);
                    }
                    return line.toString();
                })
                .list();
        return String.join("\n", rows);
    }

    String state(String code) {
        return ask("select h.state from account_head h join account a on a.id = h.account_id where a.code = '" + code
                + "'");
    }

    /** Puts an account into a state that no person can give it. */
    void force(String code, String state) {
        int changed = Session.of(capitalized.test().superuser())
                .client()
                .sql("update alluse.account_head h set state = :state from alluse.account a"
                        + " where a.id = h.account_id and a.code = :code")
                .param("state", state)
                .param("code", code)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("no account " + code);
        }
    }

    String lastEvent(String code) {
        return ask("select e.no, e.rule, e.ref, e.kind, e.business_date, e.effective_date, e.state, e.detail"
                + " from event e join account a on a.id = e.account_id join account_head h on h.account_id = a.id"
                + " and h.last_no = e.no and h.last_hash = e.hash where a.code = '" + code + "'");
    }

    long events() {
        return Long.parseLong(ask("select count(*) from event"));
    }

    String lastAudit() {
        return ask(
                "select a.os_user, a.reason, string_agg(e.subject || ' ' || e.action || coalesce(' ' || e.detail, ''), ', '"
                        + " order by e.subject) from audit a left join audit_entry e on e.audit_id = a.id"
                        + " where a.id = (select max(id) from audit) group by a.id, a.os_user, a.reason");
    }

    @Override
    public void close() {
        capitalized.close();
    }
}
