select b.*, coalesce(a.code, m.code) as code, g.reference
from reconciliation_break b
join brokerage_account g on g.id = b.brokerage_id
join main_account m on m.id = g.main_id
left join account a on a.id = b.brokerage_id
where b.id > :after
    and (:brokerage::bigint is null or b.brokerage_id in (:brokerage, :brokerage & -65536)
        or (:brokerage & 65535 = 0 and b.brokerage_id between :brokerage and :brokerage + 65535))
    and (:all or b.state in ('open', 'explained'))
order by b.id
limit :limit
