select coalesce(a.code, m.code) as code, b.reference, m.code as main_code, m.name, a.tier, b.requested_on, b.state,
    h.opening_cash
from brokerage_account b
join main_account m on m.id = b.main_id
left join account a on a.id = b.id
cross join lateral (
    select coalesce(sum(h.cash + h.buffer + h.tax_reserve
        + h.allocated_contracts + h.allocated_shares + h.allocated_leaps), 0) as opening_cash,
        bool_and(h.state = 'CLOSED') as closed
    from account_head h
    where h.account_id between b.id and case when b.id = b.main_id then b.id + 65535 else b.id end) h
where b.state in ('requested', 'opened') and not h.closed
order by m.number, b.id
