select p.code as parent, f.no, f.business_date, f.amount, f.state, f.ended_on, m.code as main, y.state as family
from unnest(:mains::bigint[]) as asked (id)
cross join lateral (select * from fork where parent_id between asked.id + 1 and asked.id + 65535 offset 0) f
join account p on p.id = f.parent_id
left join main_account m on m.id = f.main_id
left join fork_family y on y.parent_id = f.parent_id and y.fork_no = f.no
order by f.parent_id, f.no
