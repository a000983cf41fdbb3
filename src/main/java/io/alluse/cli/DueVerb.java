package io.alluse.cli;

import io.alluse.audit.Act;
import io.alluse.audit.Audit;
import io.alluse.calendar.BusinessDay;
import io.alluse.database.Database;
import io.alluse.fault.Fault;
import io.alluse.service.DueDates;
import io.alluse.sql.Session;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import picocli.CommandLine.Mixin;

/** A verb by which a person decides something about due dates. */
abstract class DueVerb extends Verb {

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private ReasonOption reason;

    <T> T decided(Function<DueDates, T> decision) {
        try (Database database = database()) {
            DataSource source = database.program();
            return decision.apply(
                    new DueDates(Session.of(source), definitions().all(), Audit.of(source, auditContext())));
        }
    }

    /** Before anything is looked at. */
    void mustHaveReason() {
        Objects.requireNonNull(reason.text());
    }

    Act act(BusinessDay date) {
        return new Act(auditContext().osUser(), reason.text(), date);
    }

    /** Of what concerns no date. */
    Act act() {
        return act(BusinessDay.today(clock()));
    }

    static BusinessDay date(String option, String text) {
        try {
            return BusinessDay.parse(text);
        } catch (IllegalArgumentException e) {
            throw Fault.usage(option + ": " + Fault.reason(e));
        }
    }
}
