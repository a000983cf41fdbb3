-- Announced by then, and not settled by then.
select b.id as brokerage_id, n.instrument,
    sum(case n.direction when 'in' then 1 else -1 end * coalesce(n.amount, n.quantity)) as announced
from unnest(:brokerages::bigint[], :dates::text[]::date[]) as b (id, as_of)
join announcement n on n.account_id between b.id and case when b.id & 65535 = 0 then b.id + 65535 else b.id end
where n.dated <= b.as_of
    and (n.state = 'open' or (n.state = 'settled' and n.settled_on > b.as_of))
group by b.id, n.instrument
