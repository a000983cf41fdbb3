select c.account_id, a.code, h.state
from unnest(:accounts::bigint[]) as asked (id)
cross join lateral (select * from fork_child where account_id = asked.id offset 0) c
join fork f on f.parent_id = c.parent_id and f.no = c.fork_no and f.state = 'AWAITING'
cross join lateral (
    select * from fork_child where parent_id = c.parent_id and fork_no = c.fork_no and account_id <> c.account_id offset 0) s
join account_head h on h.account_id = s.account_id and h.state in ('SAFE', 'SUSPENDED')
join account a on a.id = s.account_id
order by c.account_id, s.account_id
