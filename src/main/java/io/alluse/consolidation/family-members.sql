-- Forked: by an account of the same main account; the three that a main account begins with are never too many.
select f.id, f.code, f.tier, f.state, f.parent_id, f.forked,
    count(*) over (partition by f.main_id) as open,
    row_number() over (partition by f.main_id, f.forked order by f.net_worth, f.code collate "C") as rank
from (
    select m.id as main_id, a.id, a.code, a.tier, h.state, a.parent_id,
        a.parent_id is not null and a.parent_id & -65536 = m.id as forked,
        h.cash + h.buffer + h.tax_reserve + h.allocated_contracts + h.allocated_shares + h.allocated_leaps + h.securities
            + h.short_options + h.tax_payable as net_worth
    from unnest(:mains::bigint[]) as m (id)
    join account a on a.id between m.id and m.id + 65535
    join account_head h on h.account_id = a.id
    where h.state not in ('CLOSED', 'MERGING')) f
order by f.code collate "C"
