package io.alluse.performance;

import io.alluse.calendar.BusinessDays;
import io.alluse.sweep.SweepDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Days of an account, closed as the test says: business days up to a date, the last one first told. */
public final class ClosedDays {

    private final SweepDesk desk;
    private final LocalDate last;

    private ClosedDays(SweepDesk desk, LocalDate last) {
        this.desk = desk;
        this.last = last;
    }

    public static ClosedDays on(SweepDesk desk, LocalDate last) {
        return new ClosedDays(desk, last);
    }

    /** Each day earns one and then the other, so that there is a volatility; the same share of it is idle. */
    public void of(String code, int days, String returns, String idle) {
        String[] each = returns.split(" ");
        List<String> rows = new ArrayList<>();
        LocalDate day = BusinessDays.atOrBefore(last);
        for (int i = 0; i < days; i++) {
            rows.add("date '%s', %s, %s".formatted(day, each[i % each.length], idle));
            day = BusinessDays.atOrBefore(day.minusDays(1));
        }
        Collections.reverse(rows);
        insert(code, rows);
    }

    private void insert(String code, List<String> rows) {
        String values = String.join("), (", rows);
        desk.tamper("""
                insert into account_close (business_date, account_id, equity, net_worth, flow, day_return, unbound_cash)
                select day, (select id from account where code = '%s'), 1, 1, 0, gained, idle
                from (values (%s)) as t (day, gained, idle)
                on conflict (business_date, account_id) do update set
                    day_return = excluded.day_return, unbound_cash = excluded.unbound_cash""".formatted(code, values));
    }

    /** One day that falls so far. */
    public void fall(String code, LocalDate day, String by) {
        insert(code, List.of("date '%s', %s, 0.1".formatted(day, new BigDecimal(by).negate())));
    }
}
