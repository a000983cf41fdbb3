-- What the heads say now less what took effect after the end of the statement: account by account, event by event, whatever the
-- planner thinks of it.
select b.id as brokerage_id, sum(h.cash + h.buffer + h.tax_reserve + h.allocated_contracts + h.allocated_shares
    + h.allocated_leaps - l.later) as cash
from unnest(:brokerages::bigint[], :dates::text[]::date[]) as b (id, as_of)
join account_head h on h.account_id between b.id and case when b.id & 65535 = 0 then b.id + 65535 else b.id end
cross join lateral (
    select coalesce(sum(case when v.to_account = any(:accounts) then v.amount else 0 end
        - case when v.from_account = any(:accounts) then v.amount else 0 end), 0) as later
    from generate_series(1, h.last_no) as n (no)
    cross join lateral (
        select from_account, to_account, amount
        from movement
        where event_no = n.no and account_id = h.account_id and effective_date > b.as_of
        offset 0) v) l
group by b.id
