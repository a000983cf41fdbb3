-- What is open now, less what was opened after the end of the statement, and what was closed after it.
select b.id as brokerage_id, p.instrument, sum(p.quantity) as quantity
from unnest(:brokerages::bigint[], :dates::text[]::date[]) as b (id, as_of)
cross join lateral (
    select l.instrument, l.open_quantity as quantity
    from lot l
    where l.account_id between b.id and case when b.id & 65535 = 0 then b.id + 65535 else b.id end
        and l.opened <= b.as_of
        and l.open_quantity <> 0
    union all
    select l.instrument, c.quantity
    from lot_closing c
    join lot l on l.account_id = c.account_id and l.no = c.lot_no
    where c.account_id between b.id and case when b.id & 65535 = 0 then b.id + 65535 else b.id end
        and c.closed > b.as_of
        and l.opened <= b.as_of) p
group by b.id, p.instrument
