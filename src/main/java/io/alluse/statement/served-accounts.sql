select b.id as brokerage_id, a.account_id
from unnest(:ids::bigint[]) as b (id)
cross join lateral (
    select h.account_id
    from account_head h
    where h.account_id between b.id and case when b.id & 65535 = 0 then b.id + 65535 else b.id end
    offset 0) a
order by b.id, a.account_id
