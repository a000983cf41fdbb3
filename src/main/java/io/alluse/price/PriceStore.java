package io.alluse.price;

import io.alluse.sql.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.RowCallbackHandler;

/** SQL that reads prices. */
final class PriceStore {

    private final Session session;

    PriceStore(Session session) {
        this.session = session;
    }

    Map<String, Price> at(Collection<String> symbols, LocalDate date) {
        Map<String, Price> prices = HashMap.newHashMap(symbols.size());
        session.client()
                .sql("""
                        select p.* from (select distinct unnest(:symbols::text[]) as symbol) s
                        cross join lateral (
                            select * from price where symbol = s.symbol and date <= :date order by date desc limit 1) p""")
                .param("symbols", symbols.toArray(String[]::new))
                .param("date", date)
                .query((RowCallbackHandler) row -> prices.put(row.getString("symbol"), price(row)));
        return prices;
    }

    /** Of the options listed under a root; a blank follows it, and the character after the blank is the exclamation mark. */
    List<Price> calls(String root, LocalDate date) {
        return session.client()
                .sql("""
                        select distinct on (symbol) * from price
                        where symbol >= :root || ' ' collate "C" and symbol < :root || '!' collate "C"
                            and symbol like '% C' and date between cast(:date as date) - 366 and :date
                        order by symbol, date desc""")
                .param("root", root)
                .param("date", date)
                .query((row, no) -> price(row))
                .list();
    }

    List<Price> list(String symbol, LocalDate from, LocalDate to, int limit) {
        return session.client()
                .sql("""
                        select * from price where symbol = :symbol and date between :from and :to
                        order by date desc limit :limit""")
                .param("symbol", symbol)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, no) -> price(row))
                .list();
    }

    static Price price(ResultSet row) throws SQLException {
        return new Price(
                row.getString("symbol"),
                row.getObject("date", LocalDate.class),
                row.getBigDecimal("close"),
                row.getBigDecimal("high"),
                row.getBigDecimal("low"),
                row.getBigDecimal("volume"));
    }
}
