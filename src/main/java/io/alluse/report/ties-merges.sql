select a.code as member, t.code as target, g.no, g.kind, g.business_date, g.state, m.whole, m.received
from unnest(:mains::bigint[]) as asked (id)
cross join lateral (select * from merge_member where account_id between asked.id + 1 and asked.id + 65535 offset 0) m
join merge g on g.target_id = m.target_id and g.no = m.merge_no
join account a on a.id = m.account_id
join account t on t.id = m.target_id
order by m.account_id, m.event_no
